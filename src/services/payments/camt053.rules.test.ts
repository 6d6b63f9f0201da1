import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '#platform/read-xml.ts'
import { readStatements, type Statement } from './camt053.rules.ts'
import { statementFile } from './testing/statement-file.ts'

function read(file: Uint8Array | string) {
  const found = readXml(typeof file === 'string' ? new TextEncoder().encode(file) : file)
  if (!found.ok) throw new Error(found.fault.code)
  return readStatements(found.root)
}
const bookings = (file: Uint8Array | string) => (read(file) as Statement[]).flatMap((one) => one.bookings)
const inStatement = (entries: string, namespace = 'camt.053.001.08') =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${namespace}"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`

test.each(['02', '08'])('version %s: who paid how much when, with which words', (version) => {
  const [one, back] = bookings(
    statementFile(
      [
        { cents: 12_345, words: 'RF18 5390 0754 7034', payer: 'Grace Hopper', on: '2026-05-04' },
        { cents: -500, payer: 'Ada', end: 'E-1' },
      ],
      { version },
    ),
  )
  expect(one).toMatchObject({ cents: 12_345, words: 'RF18 5390 0754 7034', payer: 'Grace Hopper', bookedOn: '2026-05-04' })
  expect(back).toMatchObject({ cents: -500, payer: 'Ada', words: 'E-1' })
})

test('what is not booked yet, or not in euros, is passed over', () => {
  const [statement] = read(statementFile([{ cents: 100 }, { cents: 200, status: 'PDNG' }, { cents: 300, currency: 'CHF' }])) as Statement[]
  expect([statement!.bookings.map(({ cents }) => cents), statement!.passedOver]).toEqual([[100], 2])
})

describe('an entry of several transactions', () => {
  const part = (cents: string, words: string) => `<TxDtls><Amt Ccy="EUR">${cents}</Amt><RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls>`
  const entry = (parts: string) =>
    inStatement(
      `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-05-04T10:00:00</DtTm></BookgDt><AcctSvcrRef>7</AcctSvcrRef><NtryDtls>${parts}</NtryDtls></Ntry>`,
    )
  test('is told apart where the amounts add up', () => {
    const found = bookings(entry(part('10.00', 'eins') + part('20.00', 'zwei')))
    expect(found.map(({ cents, words, bookedOn }) => [cents, words, bookedOn])).toEqual([
      [1_000, 'eins', '2026-05-04'],
      [2_000, 'zwei', '2026-05-04'],
    ])
    expect(new Set(found.map(({ key }) => key)).size).toBe(2)
  })
  test('stays one where they do not, with the words of all', () => {
    const found = bookings(entry(part('10.00', 'eins') + part('10.00', 'zwei')))
    expect(found).toMatchObject([{ cents: 3_000, words: 'eins zwei', isMixed: true }])
    expect(bookings(entry('<TxDtls/><TxDtls/>'))).toMatchObject([{ cents: 3_000, isMixed: true }])
    expect(bookings(entry(part('30.00', 'allein')))).toMatchObject([{ cents: 3_000, isMixed: false }])
  })
})

test('the structured reference stands before free words', () => {
  const file = inStatement(
    `<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-05-04</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  expect(bookings(file)).toMatchObject([{ cents: 100, words: 'RF18539007547034' }])
})

test.each([
  ['<Document/>', 'notAStatement'],
  [inStatement('', 'camt.054.001.08'), 'notAStatement'],
  [
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>',
    'statementDamaged',
  ],
  [inStatement('<Ntry><Amt Ccy="EUR">viel</Amt><Sts>BOOK</Sts></Ntry>'), 'statementDamaged'],
  [inStatement('<Ntry><Amt Ccy="EUR">1.005</Amt><Sts>BOOK</Sts><BookgDt><Dt>2026-05-04</Dt></BookgDt></Ntry>'), 'statementDamaged'],
])('%s is refused', (file, code) => {
  expect(read(file)).toBe(code)
})

const told = fc.record({
  cents: fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((cents) => cents !== 0),
  words: fc.string({ maxLength: 60 }),
  payer: fc.string({ maxLength: 40 }),
  on: fc.constantFrom('2026-05-04', '2026-05-05'),
  ref: fc.constantFrom('', 'B1', 'B2'),
})

test('each booking has a key of its own, and the same one whenever the file is read', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), fc.constantFrom('02', '08'), (all, version) => {
      const file = statementFile(all, { version })
      const found = bookings(file)
      expect(found.map(({ cents }) => cents)).toEqual(all.map(({ cents }) => cents))
      expect(new Set(found.map(({ key }) => key)).size).toBe(all.length)
      expect(bookings(file)).toEqual(found)
    }),
  )
})
