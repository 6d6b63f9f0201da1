/** Data fields of the federal information management as drafts of forms. */
export { seedImportedForm } from './demo.ts'
export type { Imported, ImportNote } from './draft.rules.ts'
export { importXdf } from './import.ts'
export { faultWords, noteWords } from './words.ts'
export type { XdfFault } from './xdf.rules.ts'
