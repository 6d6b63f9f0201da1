import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { registerTexts } from '../text.ts'
import { platformTexts } from '../texts.ts'
import { errorsOf, fitLists, nest } from './form.ts'

registerTexts(platformTexts)

test.each([
  [[['a', ['1']]], { a: '1' }],
  [[['a', ['1', '2']]], { a: ['1', '2'] }],
  [[['a', ['']]], {}],
  [[['a[]', ['1']]], { a: ['1'] }],
  [
    [
      ['q[width]', ['3']],
      ['q[depth]', ['4']],
    ],
    { q: { width: '3', depth: '4' } },
  ],
  [[['q[x][]', ['3']]], { q: { x: ['3'] } }],
  [[['__proto__[admin]', ['1']]], {}],
  [[['q[__proto__]', ['1']]], {}],
  [[['constructor', ['1']]], {}],
  [[['a b', ['1']]], {}],
] as const)('%j becomes %j', (raw, expected) => {
  expect(nest(new Map(raw.map(([name, values]) => [name, [...values]])))).toEqual(expected)
})

test('no names reach a prototype', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.array(fc.string()))), (entries) => {
      const nested = nest(new Map(entries))
      expect(({} as Record<string, unknown>).admin).toBeUndefined()
      expect(Object.getPrototypeOf(nested)).toBe(Object.prototype)
    }),
  )
})

test('a group where a text was expected can still be shown as text', () => {
  const { locale } = nest(
    new Map([
      ['locale[x]', ['de']],
      ['locale[toString]', ['de']],
    ]),
  )
  expect(locale).toEqual({ x: 'de' })
  expect(String(locale)).toBe('[object Object]')
})

test('one value becomes a list where the schema wants one', () => {
  const schema = z.object({ photos: z.array(z.string()).default([]), name: z.string() })
  expect(fitLists(schema, { photos: 'x', name: 'y' })).toEqual({ photos: ['x'], name: 'y' })
})

test('each wrong field gets one sentence', () => {
  const schema = z.object({
    name: z.string().trim().min(1),
    email: z.email(),
    age: z.coerce.number().min(18),
    list: z.array(z.string()).min(2),
  })
  const parsed = schema.safeParse({ name: ' ', email: 'x', age: '3', list: ['a'] }, { reportInput: true })
  expect(errorsOf(parsed.error as z.ZodError, 'de')).toEqual({
    name: 'Bitte füllen Sie dieses Feld aus.',
    email: 'Bitte geben Sie eine gültige E-Mail-Adresse ein, zum Beispiel name@beispiel.de.',
    age: 'Der kleinste mögliche Wert ist 18.',
    list: 'Bitte wählen Sie mindestens 2.',
  })
})
