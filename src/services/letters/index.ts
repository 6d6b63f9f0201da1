export { seedLetters } from './demo.ts'
export { LetterHead } from './head/letter-head.rules.ts'
export { letterHead } from './head/letter-head.sql.ts'
export { changeLetterHead } from './head/letter-head.verbs.ts'
export { changeLetter, draftLetter, withdrawLetter } from './letter/draft.verbs.ts'
export { handOver } from './letter/hand-over.verbs.ts'
export { type LetterShown, letterAtDesk, lettersAtDesk } from './letter/letter.read.ts'
export { channels, letterProcess } from './letter/letter.rules.ts'
export { lettersOf } from './letter/letter.sql.ts'
export { draftPdf } from './letter/letter-pdf.ts'
export { redateLetter, signLetter } from './letter/sign.verbs.ts'
export { MANAGE_LETTERS } from './letters.permission.ts'
export { dayPost, lettersForPost } from './post/day-post.ts'
export type { ToPost } from './post/post.sql.ts'
export { receiptPdf } from './receipt/receipt.ts'
export { regimes as letterRegimes } from './remedy/delivery.rules.ts'
export { longDay } from './remedy/notice.rules.ts'
export {
  blockKinds,
  type ContentFault,
  conditionTests,
  faultsOf,
  type LetterBlock,
  remedies,
  wordBlocks,
} from './template/content.rules.ts'
export type { Edit } from './template/edit.rules.ts'
export { placeholders } from './template/placeholder.rules.ts'
export { previewPdf } from './template/preview.ts'
export {
  type LetterTemplate,
  type ListedTemplate,
  letterTemplates,
  type TemplateVersion,
  templateById,
  versionsOf,
} from './template/template.sql.ts'
export {
  closeTemplate,
  discardDraft,
  editsOf,
  editTemplate,
  makeTemplate,
  NewTemplate,
  publishTemplate,
  takeBack,
  templateEvents,
} from './template/template.verbs.ts'
