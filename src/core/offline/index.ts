export { ownerMark } from './owner.ts'
export { type OfflinePage, registerOfflinePage } from './pages.ts'
