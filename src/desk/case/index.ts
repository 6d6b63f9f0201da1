export { Folded, PhotoField, ReasonField, WordsField } from './form-parts.view.tsx'
export { isPlain, offered, stepForms } from './step.rules.ts'
