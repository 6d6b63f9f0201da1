export { likeness } from './search.rules.ts'
export { searchEverywhere, setSearchers } from './search.verbs.ts'
