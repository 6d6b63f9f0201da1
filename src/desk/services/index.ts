export { servicePath } from './paths.ts'
export { registerServiceTab } from './tabs.ts'
