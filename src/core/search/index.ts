export { likeness, plain } from './search.rules.ts'
export { setSearchers } from './search.verbs.ts'
export { slipsBetween } from './slips.rules.ts'
