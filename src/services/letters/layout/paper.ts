import { pdf } from '#platform/pdf/pdf.ts'
import { letterTemplate } from './letter.typ.ts'
import type { Sheet } from './sheet.rules.ts'

/** The letter as a document (PDF/UA-1). */
export const paper = (sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> =>
  pdf(letterTemplate, sheet, { lang: sheet.lang, title: sheet.subject, date: sheet.date })
