import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { readPdf } from '../../../../test/setup/read-pdf.ts'
import { LetterHead } from '../head/letter-head.rules.ts'
import { receiptSheet } from '../receipt/receipt.rules.ts'
import { faultsOf, LetterContent } from '../template/content.rules.ts'
import { LetterData } from '../template/letter-data.rules.ts'
import { letterWordsDe } from '../texts.de.ts'
import { letterWordsEn } from '../texts.en.ts'
import { type Composing, compose } from './compose.rules.ts'
import { paper } from './paper.ts'

beforeAll(() => registerTexts({ de: letterWordsDe, en: letterWordsEn }))

const head = LetterHead.parse({
  name: 'Stadt Lindenfurt',
  subtitle: 'Fachbereich Finanzen',
  street: 'Rathausplatz 1',
  city: '14990 Lindenfurt',
  phone: '+49 30 23125-0',
  iban: 'DE89370400440532013000',
  objectionBody: 'der Stadt Lindenfurt, Der Bürgermeister',
  objectionSeat: 'Rathausplatz 1, 14990 Lindenfurt',
})
const content = LetterContent.parse({
  subject: { de: 'Hundesteuer für {{answer.dogName}}', en: 'Dog tax for {{answer.dogName}}' },
  remedy: 'objection',
  signatures: 2,
  blocks: [
    { kind: 'paragraph', de: 'Ihren Antrag {{case.number}} haben wir geprüft.', en: 'We looked at {{case.number}}.' },
    { kind: 'heading', de: 'Entscheidung', en: 'Decision' },
    {
      kind: 'list',
      de: 'Der Hund {{answer.dogName}} ist angemeldet.\nDie Marke liegt bei.',
      en: 'The dog is registered.\nThe tag is enclosed.',
    },
    { kind: 'table', de: 'Hund | Ab\n{{answer.dogName}} | {{letter.date}}', en: 'Dog | From\n{{answer.dogName}} | {{letter.date}}' },
    { kind: 'paragraph', de: 'Für {{fact.second}} gilt der höhere Satz.', en: 'Higher rate.', when: { name: 'fact.second', is: 'filled' } },
    { kind: 'fees' },
    { kind: 'payment' },
    { kind: 'reasons' },
    { kind: 'answers' },
    { kind: 'remedy' },
  ],
})
const data = LetterData.parse({
  recipient: { name: 'Katharina Weber', lines: ['Lindenstraße 12', '14990 Lindenfurt'] },
  contact: { office: 'Steuern und Abgaben', name: 'Anja Amt' },
  values: { 'case.number': 'A-7K4P-29QX', 'answer.dogName': 'Bello' },
  answers: [
    {
      title: 'Ihr Hund',
      rows: [
        { label: 'Name', value: 'Bello' },
        { label: 'Rasse', value: '' },
      ],
    },
  ],
  fees: [
    { label: 'Hundesteuer 2026', cents: 10_000 },
    { label: 'Marke', cents: 550 },
  ],
  payment: { reference: 'A-7K4P-29QX', due: '2026-04-15' },
  reasons: [
    {
      condition: 'Der Hund wird im Stadtgebiet gehalten',
      fact: 'Anschrift in der Altstadt',
      evidence: 'Melderegister',
      law: '§ 1 Hundesteuersatzung',
      result: 'met',
    },
  ],
  enclosures: ['Steuermarke'],
})
const letter: Composing = {
  content,
  data,
  head,
  locale: 'de',
  date: '2026-03-03',
  way: 'post',
  land: 'BB',
  townName: 'Lindenfurt',
  signatures: [
    { name: 'gez. Anja Amt', role: 'Steuern' },
    { name: 'gez. Lena Leitung', role: 'Leitung' },
  ],
  draft: false,
}
const sheetOf = (more: Partial<Composing> = {}) => {
  const sheet = compose({ ...letter, ...more })
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal))
  return sheet.value
}

/** Each of these stands behind the one before. */
function inOrder(text: string, parts: readonly string[]): void {
  let at = -1
  for (const part of parts) {
    const found = text.indexOf(part, at + 1)
    expect(found, `${part} after ${at} in:\n${text}`).toBeGreaterThan(at)
    at = found
  }
}

describe('a decision', () => {
  test('is read aloud in the order in which it is meant', async () => {
    const read = await readPdf(await paper(sheetOf()))
    expect(read).toMatchObject({ lang: 'de', title: 'Hundesteuer für Bello' })
    inOrder(read.text, [
      'Stadt Lindenfurt',
      'Stadt Lindenfurt · Rathausplatz 1 · 14990 Lindenfurt',
      'Katharina Weber',
      'Lindenstraße 12',
      '14990 Lindenfurt',
      'Unser Zeichen',
      'A-7K4P-29QX',
      'Bearbeitet von',
      'Anja Amt',
      'Datum',
      '3. März 2026',
      'Hundesteuer für Bello',
      'Guten Tag Katharina Weber,',
      'Ihren Antrag A-7K4P-29QX haben wir geprüft.',
      'Entscheidung',
      'Der Hund Bello ist angemeldet.',
      'Die Marke liegt bei.',
      'Hund',
      'Ab',
      'Bello',
      '3. März 2026',
      'Gebühr',
      'Betrag',
      'Hundesteuer 2026',
      '100,00',
      'Marke',
      '5,50',
      'Summe',
      '105,50',
      'Empfänger: Stadt Lindenfurt',
      'IBAN: DE89 3704 0044 0532 0130 00',
      'Verwendungszweck: A-7K4P-29QX',
      'Zahlbar bis: 15. April 2026',
      'Der Hund wird im Stadtgebiet gehalten (§ 1 Hundesteuersatzung): erfüllt',
      'Nachweis: Melderegister',
      'Ihr Hund',
      'Frage',
      'Antwort',
      'Name',
      'Bello',
      'Rasse',
      'keine Angabe',
      'Rechtsbehelfsbelehrung',
      'innerhalb eines Monats',
      'der Stadt Lindenfurt, Der Bürgermeister',
      '7. März 2026',
      '7. April 2026',
      'Mit freundlichen Grüßen',
      'gez. Anja Amt',
      'gez. Lena Leitung',
      'Anlagen',
      'Steuermarke',
    ])
    // Page numbers, marks and the foot are decoration.
    expect(read.text).not.toContain('Seite 1')
    expect(read.tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    expect(read.tags).toEqual(expect.arrayContaining(['H2', 'L', 'Table', 'TH', 'Figure']))
  })

  test('speaks English', async () => {
    const read = await readPdf(await paper(sheetOf({ locale: 'en' })))
    expect(read.lang).toBe('en')
    inOrder(read.text, [
      'Our reference',
      '3 March 2026',
      'Dog tax for Bello',
      'Dear Katharina Weber,',
      '€105.50',
      'How to object',
      '7 April 2026',
      'Yours sincerely',
    ])
  })

  test('leaves out what does not hold, and says so when it does', () => {
    const texts = (values: Record<string, string>) =>
      sheetOf({ data: { ...data, values: { ...data.values, ...values } } }).blocks.map((block) => ('text' in block ? block.text : ''))
    expect(texts({}).join()).not.toContain('höhere Satz')
    expect(texts({ 'fact.second': 'Rex' })).toContain('Für Rex gilt der höhere Satz.')
  })

  test('the same again is the same bytes', async () => {
    const [one, two] = [await paper(sheetOf()), await paper(sheetOf())]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  test('a draft says so on the page, and to nobody who reads aloud', async () => {
    expect(sheetOf({ draft: true }).watermark).toBe('ENTWURF')
    expect((await readPdf(await paper(sheetOf({ draft: true })))).text).not.toContain('ENTWURF')
  })
})

test('fees that are paid one by one have a code each', () => {
  const fees = [
    { label: 'Hundesteuer 2026', cents: 10_000, payment: { reference: 'RF18A', due: '2026-04-15' } },
    { label: 'Marke', cents: 550, payment: { reference: 'RF18B', due: '2026-05-15' } },
  ]
  const paid = compose({ ...letter, data: { ...data, fees, payment: undefined } })
  const codes = paid.ok ? paid.value.blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : [])) : []
  expect(codes).toEqual([expect.stringMatching(/100,00[\s\S]*RF18A[\s\S]*April/), expect.stringMatching(/5,50[\s\S]*RF18B[\s\S]*Mai/)])
})

describe('refused by name', () => {
  const without = (name: string) => Object.fromEntries(Object.entries(data.values).filter(([known]) => known !== name))
  test('a placeholder that stays empty', () => {
    expect(compose({ ...letter, data: { ...data, values: without('answer.dogName') } })).toMatchObject({
      ok: false,
      refusal: { code: 'placeholderEmpty', facts: { name: 'answer.dogName', block: 0 } },
    })
    expect(compose({ ...letter, data: { ...data, values: { ...data.values, 'case.number': '  ' } } })).toMatchObject({
      refusal: { code: 'placeholderEmpty', facts: { name: 'case.number', block: 1 } },
    })
  })
  test('a placeholder that means nothing, also one that objects have', () => {
    for (const name of ['case.nummer', 'constructor', '__proto__', 'answer.', '']) {
      const wrong = { ...content, blocks: [{ kind: 'paragraph' as const, de: `x {{${name}}}`, en: '' }] }
      expect(compose({ ...letter, content: wrong })).toMatchObject({ refusal: { code: 'placeholderUnknown', facts: { name, block: 1 } } })
      expect(faultsOf({ ...wrong, remedy: 'none' })).toContainEqual({ code: 'placeholderUnknown', block: 1, name })
    }
  })
  test('a notice without body or seat', () =>
    expect(compose({ ...letter, head: { ...head, objectionSeat: '' } })).toMatchObject({ refusal: { code: 'remedyBodyMissing' } }))
  test('a way to pay without an account', () =>
    expect(compose({ ...letter, head: { ...head, iban: '' } })).toMatchObject({ refusal: { code: 'paymentMissing' } }))
  test('a way to pay where there is nothing to pay', () =>
    expect(compose({ ...letter, data: { ...data, fees: [], payment: undefined } })).toMatchObject({ refusal: { code: 'noFeeOpen' } }))
})

describe('a template is proven before it is used', () => {
  const proven = (more: object) => faultsOf(LetterContent.parse({ ...content, ...more })).map(({ code }) => code)
  const blocks = content.blocks
  test.each<[string, object, string[]]>([
    ['sound', {}, []],
    ['nothing in it', { blocks: [], remedy: 'none' }, ['blocksMissing']],
    ['without notice', { blocks: blocks.slice(0, -1) }, ['remedyMissing']],
    ['two notices', { blocks: [...blocks, { kind: 'remedy' }] }, ['remedyTwice']],
    [
      'a notice that may be left out',
      { blocks: [...blocks.slice(0, -1), { kind: 'remedy', when: { name: 'fact.x', is: 'filled' } }] },
      ['remedyConditional'],
    ],
    ['a notice of nothing', { remedy: 'none' }, ['remedyUnnamed']],
    ['uneven table', { blocks: [...blocks, { kind: 'table', de: 'a|b\nc', en: 'a|b\nc|d' }] }, ['tableUneven']],
    ['no words', { blocks: [...blocks, { kind: 'paragraph', en: 'x' }] }, ['wordsMissing']],
    ['half English', { blocks: [...blocks, { kind: 'paragraph', de: 'x' }] }, ['englishIncomplete']],
    ['loose braces', { blocks: [...blocks, { kind: 'paragraph', de: '{{case.number}', en: 'x' }] }, ['bracesLoose']],
  ])('%s', (_, more, expected) => expect(proven(more)).toEqual(expected))
})

test('whatever a person typed stands in the letter as typed; it fills in nothing and runs nothing', async () => {
  const typed = fc
    .string({
      unit: fc.constantFrom('#', '[', ']', '{{case.number}}', '|', '$', '*', '\\', '"', 'ä', ' ', '<', '@', '_', '-', '+', '='),
      minLength: 1,
      maxLength: 20,
    })
    .filter((text) => text.trim() !== '')
  const squeezed = (text: string) => text.replace(/\s+/g, '')
  await fc.assert(
    fc.asyncProperty(typed, async (name) => {
      const sheet = sheetOf({
        data: LetterData.parse({ ...data, recipient: { name }, values: { ...data.values, 'answer.dogName': name } }),
      })
      const { text } = await readPdf(await paper(sheet))
      expect(squeezed(text)).toContain(squeezed(`GutenTag${name},`))
      expect(squeezed(text)).toContain(squeezed(`DerHund${name}istangemeldet.`))
    }),
    { numRuns: 40 },
  )
})

test('long letters have as many pages as they need', async () => {
  const long = {
    ...content,
    blocks: [
      ...content.blocks,
      ...Array.from({ length: 40 }, () => ({ kind: 'paragraph' as const, de: 'Ein langer Absatz. '.repeat(60), en: 'x' })),
    ],
  }
  const read = await readPdf(await paper(sheetOf({ content: long })))
  expect(read.pages).toBeGreaterThan(8)
})

test('a receipt has the number, the way to the status and every answer in order', async () => {
  const sheet = receiptSheet({
    head,
    locale: 'de',
    recipient: data.recipient,
    number: 'A-7K4P-29QX',
    title: 'Hund anmelden',
    code: '7K4P-29QX-ACDE',
    statusUrl: 'https://lindenfurt.example/status/A-7K4P-29QX',
    receivedAt: '3. März 2026, 09:20',
    date: '2026-03-03',
    answers: [
      { title: 'Sie', rows: [{ label: 'Name', value: 'Katharina Weber' }] },
      {
        title: 'Ihr Hund',
        rows: [
          { label: 'Name', value: 'Bello' },
          { label: 'Bemerkung', value: 'zwei\nZeilen' },
        ],
      },
    ],
    files: ['impfpass.pdf'],
    next: ['Wir prüfen Ihren Antrag bis 17. März 2026.'],
  })
  const read = await readPdf(await paper(sheet))
  expect(read.title).toBe('Eingangsbestätigung: Hund anmelden')
  inOrder(read.text, [
    'Vorgangsnummer',
    'A-7K4P-29QX',
    'Eingangsbestätigung: Hund anmelden',
    'Wir prüfen Ihren Antrag',
    'https://lindenfurt.example/status/A-7K4P-29QX',
    'Kennwort: 7K4P-29QX-ACDE',
    'Sie',
    'Katharina Weber',
    'Ihr Hund',
    'Bello',
    'Bemerkung',
    'zwei',
    'Zeilen',
    'Mitgesendete Dateien',
    'impfpass.pdf',
  ])
})
