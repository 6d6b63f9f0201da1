import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { pdf } from '#platform/pdf/pdf.ts'
import { dayTemplate } from './day.typ.ts'
import type { Sheet } from './sheet.rules.ts'

const letter = (name: string, paragraphs: number): Sheet => ({
  lang: 'de',
  date: '2026-05-07',
  sender: { name: 'Stadt Neustadt', lines: [], arms: undefined },
  returnLine: 'Stadt Neustadt',
  remarks: [],
  address: [name],
  info: [],
  subject: `Bescheid für ${name}`,
  salutation: `Guten Tag ${name},`,
  blocks: Array.from({ length: paragraphs }, () => ({ kind: 'paragraph', text: 'Ein langer Satz. '.repeat(60) })),
  closing: 'Mit freundlichen Grüßen',
  signatures: [{ name: 'gez. Amt', role: '' }],
  endnotes: [],
  footer: [['Stadt Neustadt']],
  watermark: '',
  pageWords: 'Seite {page} von {pages}',
})

test('letters of a day stand one after the other, each with its own pages from one on', { timeout: 120_000 }, async () => {
  const letters = [letter('Anna', 1), letter('Bert', 12), letter('Carla', 1)]
  const bytes = await pdf(dayTemplate, { letters }, { lang: 'de', title: 'Post', date: '2026-05-07' })
  const { text } = await extractText(await getDocumentProxy(bytes))
  const pages = text.map((page) => /Seite \d+ von \d+/.exec(page)?.[0])
  const long = pages.length - 2
  expect(long).toBeGreaterThan(1)
  expect(pages).toEqual(['Seite 1 von 1', ...Array.from({ length: long }, (_, i) => `Seite ${i + 1} von ${long}`), 'Seite 1 von 1'])
  expect(text[0]).toContain('Guten Tag Anna')
  expect(text[1]).toContain('Guten Tag Bert')
  expect(text.at(-1)).toContain('Guten Tag Carla')
})
