export { BlockChoice } from './block-choice.view.tsx'
export { type Blocks, blocksFor, insertedAt } from './insert.ts'
