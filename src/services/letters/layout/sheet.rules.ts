import type { Locale } from '#platform/text.ts'

/** A picture with dots (QR code), drawn by us as SVG, with words for those who do not see it. */
export type Code = { svg: string; alt: string }

export type SheetBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  /** `numbers`: columns (from 0) whose cells stand to the right. `strong`: the last row is the sum. */
  | { kind: 'table'; head: string[]; rows: string[][]; numbers: number[]; strong: boolean }
  | { kind: 'code'; code: Code; text: string }

export type Signature = { name: string; role: string }

/** A letter in the shape of DIN 5008, form B: everything decided, in words, ready to be laid out. */
export type Sheet = {
  lang: Locale
  /** `YYYY-MM-DD` */
  date: string
  /** Who writes, at the head of the first page. `arms` is a picture of the town's arms. */
  sender: { name: string; lines: string[]; arms: Code | undefined }
  /** In small print above the address, so that the post knows where to bring it back. */
  returnLine: string
  /** Remarks of the post ("Einschreiben") and the reader's address, nine lines in all. */
  remarks: string[]
  address: string[]
  info: { label: string; value: string }[]
  subject: string
  salutation: string
  blocks: SheetBlock[]
  closing: string
  signatures: Signature[]
  /** Under the signatures: how it was made, enclosures. */
  endnotes: string[]
  /** Columns at the foot of the first page. */
  footer: string[][]
  /** Across the page while it is not signed. */
  watermark: string
  /** `Seite {page} von {pages}` */
  pageWords: string
}
