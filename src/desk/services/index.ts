export { ServiceDeskPage } from './frame.view.tsx'
export { servicePath } from './paths.ts'
export { deskService } from './service.read.ts'
export { registerServiceTab, serviceTabs } from './tabs.ts'
