export { seedTextBlocks } from './demo.ts'
export {
  appended,
  fillIn,
  fits,
  type TextBlock,
  TextBlockInput,
  type TextBlockStep,
  textBlockSteps,
  type Values,
  variables,
} from './text-block.rules.ts'
export { localeOfReporter, textBlockBy, textBlocks } from './text-block.sql.ts'
export { closeTextBlock, MANAGE_TEXT_BLOCKS, mayWriteFor, saveTextBlock, textBlockEvents, WRITE_TEXT_BLOCKS } from './text-block.verbs.ts'
