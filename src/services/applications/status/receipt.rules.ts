import type { AnsweredPage } from '../../forms/index.ts'

const LINE = 200
const TEXT = 6000

/** Answers as the receipt lists them: a heading for each page, and for each of a group. */
export const receiptGroups = (pages: readonly AnsweredPage[]): { title: string; rows: { label: string; value: string }[] }[] =>
  pages.flatMap(({ title, parts }) =>
    parts.map((part) => ({
      title: (part.title ? `${title}: ${part.title}` : title).slice(0, LINE),
      rows: part.rows
        .filter(({ files }) => files.length === 0)
        .map(({ label, text }) => ({ label: label.slice(0, LINE), value: text.slice(0, TEXT) })),
    })),
  )

export const fileNames = (pages: readonly AnsweredPage[]): string[] =>
  pages.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.flatMap(({ files }) => files.map(({ name, id }) => name || id))))
