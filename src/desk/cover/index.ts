export { dayText } from './cover.view.tsx'
