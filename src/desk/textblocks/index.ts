export { BlockChoice } from './block-choice.view.tsx'
export { blocksFor, inserted } from './insert.ts'
