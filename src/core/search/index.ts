export { likeness } from './search.rules.ts'
export { setSearchers } from './search.verbs.ts'
