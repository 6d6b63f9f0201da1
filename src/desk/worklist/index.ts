export { neighboursIn, workList } from './list.read.ts'
export { readQuery } from './list-view.rules.ts'
