export { ownerMark } from './owner.ts'
export { registerOfflinePage } from './pages.ts'
