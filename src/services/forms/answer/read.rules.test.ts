import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Field } from '../field.rules.ts'
import { fieldKinds } from '../kinds.rules.ts'
import { facts, words } from '../testing/forms.ts'
import { readAnswer } from './read.rules.ts'

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key: 'x', kind, label: words('x'), ...more })
const read = (of: Field, raw: unknown) => readAnswer(of, raw, facts, ['a', 'b', 'c'])
const valueOrCode = (of: Field, raw: unknown) => {
  const { value, fault } = read(of, raw)
  return fault ? `!${fault.part ? `${fault.part}:` : ''}${fault.code}` : value
}

describe('an answer is read in the type of its kind', () => {
  test.each<[Field['kind'], unknown, unknown, Partial<Field>?]>([
    ['text', '  Ä\u0000 b\n c ', 'Ä b c'],
    ['text', 12, '12'],
    ['text', 'x'.repeat(301), '!tooLong'],
    ['text', ['a'], '!invalid'],
    ['longText', 'a\r\nb\u0007', 'a\nb'],
    ['number', '1.234', 1234],
    ['number', '1.234,5', 1234.5, { decimals: 1 }],
    ['number', '1.234', 1.234, { decimals: 3 }],
    ['number', '-3', -3],
    ['number', '2,5', '!decimals'],
    ['number', '1e3', '!number'],
    ['number', '1.23.4', '!number'],
    ['money', '12,50', 1250],
    ['money', '1.234,50 €', 123_450],
    ['money', '12.5', 1250],
    ['money', 1250, 1250],
    ['money', '0,29', 29],
    ['money', '1,005', '!money'],
    ['money', 12.5, '!money'],
    ['money', 'zwölf', '!money'],
    ['date', '3.5.2026', '2026-05-03'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '29.2.2026', '!date'],
    ['date', '3.5.26', '!date'],
    ['date', '0001-01-01', '!date'],
    ['time', '9:05', '09:05'],
    ['time', '9 Uhr', '09:00'],
    ['time', '23:59:30', '23:59'],
    ['time', '24:00', '!time'],
    ['time', '9', '!time'],
    ['choice', 'a', 'a'],
    ['choice', ['a'], 'a'],
    ['choice', 'z', '!choice'],
    ['choice', ['a', 'b'], '!choice'],
    ['multiChoice', ['c', 'a', 'a'], ['a', 'c']],
    ['multiChoice', 'b', ['b']],
    ['multiChoice', ['a', 'z'], '!choice'],
    ['multiChoice', [''], undefined],
    ['yesNo', 'no', false],
    ['yesNo', true, true],
    ['yesNo', 'vielleicht', '!yesNo'],
    ['declaration', 'on', true],
    ['declaration', 'no', undefined],
    ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['iban', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['iban', 'DE89370400440532013001', '!iban'],
    ['iban', 'DE8937040044053201300', '!iban'],
    ['iban', 'XX89370400440532013000', '!iban'],
    ['plate', 'p-ab 123', 'P-AB 123'],
    ['plate', 'P AB 123 e', 'P-AB 123E'],
    ['plate', 'HVL-X 1', 'HVL-X 1'],
    ['plate', 'PA 7', 'P-A 7'],
    ['plate', 'P-3456', 'P-3456'],
    ['plate', 'PAB123', '!plate'],
    ['plate', 'P-AB 0123', '!plate'],
    ['plate', 'HVL-AB 1234E', '!plate'],
    ['email', ' Ada@Beispiel.DE ', 'ada@beispiel.de'],
    ['email', 'ada@', '!email'],
    ['email', 'ada@beispiel', '!email'],
    ['email', 'a..b@beispiel.de', '!email'],
    ['phone', '0331 / 123-45', '+4933112345'],
    ['phone', '+49 (0) 331 12345', '+4933112345'],
    ['phone', '0043 1 234567', '+431234567'],
    ['phone', '12345', '!phone'],
    ['phone', 'ruf an', '!phone'],
    ['upload', 'f-1', [{ id: 'f-1', name: '' }]],
    ['upload', [{ id: 'f1', name: 'a.pdf', size: 3 }, 'f1'], [{ id: 'f1', name: 'a.pdf', size: 3 }]],
    ['upload', [{ id: '../x' }], '!invalid'],
    ['place', { lat: '52.4', lon: 13.05, label: 'Am Markt' }, { lat: 52.4, lon: 13.05, label: 'Am Markt' }],
    ['place', { lat: '', lon: '', label: '' }, undefined],
    ['place', { lat: 91, lon: 13 }, '!place'],
    ['person', { firstName: 'Ada', lastName: ' Muster ', other: 'x' }, { firstName: 'Ada', lastName: 'Muster' }],
    ['person', { firstName: 'Ada' }, '!lastName:required'],
    ['person', { firstName: '', lastName: '' }, undefined],
    ['person', { birthDate: '1.13.2000' }, '!birthDate:date', { parts: ['birthDate'] }],
    ['person', 'Ada', '!invalid'],
    [
      'address',
      { street: 'Am Markt', houseNumber: '1', postalCode: '14467', city: 'M', lat: 52, lon: 13 },
      { street: 'Am Markt', houseNumber: '1', postalCode: '14467', city: 'M', lat: 52, lon: 13 },
    ],
    ['address', { street: 'Nirgends', houseNumber: '1', postalCode: '14467', city: 'M' }, '!street:street'],
    ['address', { street: 'Am Markt', houseNumber: '1', postalCode: '1446', city: 'M' }, '!postalCode:postalCode'],
    [
      'address',
      { street: 'X', houseNumber: '1', postalCode: '75001', city: 'P' },
      { street: 'X', houseNumber: '1', postalCode: '75001', city: 'P' },
      { anywhere: true },
    ],
    ['info', 'x', undefined],
    ['calculated', 5, undefined],
  ])('%s: %j is %j', (kind, raw, expected, more) => {
    expect(valueOrCode(field(kind, more), raw)).toEqual(expected)
  })
})

it('nothing is nothing, for every kind', () => {
  for (const kind of fieldKinds) for (const raw of [undefined, null, '', '  ', []]) expect(read(field(kind), raw)).toEqual({})
})

it('any JSON is read without fail, and what was read is read the same again', () => {
  const some = fc.oneof(
    fc.jsonValue(),
    fc.double().map((n) => String(n).replace('.', ',')),
    fc.stringMatching(/^[+-]?[0-9]{0,4}[.,]?[0-9]{0,4}$/),
    fc.record({ lat: fc.double(), lon: fc.double(), label: fc.string({ unit: 'binary' }) }),
    fc.record({ firstName: fc.string(), lastName: fc.string({ unit: 'binary' }), street: fc.string() }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...fieldKinds), some, fc.nat(6), (kind, raw, decimals) => {
      const of = field(kind, { decimals })
      const { value, fault } = read(of, raw)
      if (fault) return
      const kept = value === undefined ? undefined : JSON.parse(JSON.stringify(value))
      expect(kept).toEqual(value)
      expect(read(of, kept)).toEqual(value === undefined ? {} : { value })
    }),
    { numRuns: 600 },
  )
})
