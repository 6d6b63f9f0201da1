import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { fitsPattern, knowsPattern, lengthsOf } from './pattern.rules.ts'

test.each([
  ['[A-Z]{2}\\d{3}', 'AB123', true],
  ['[A-Z]{2}\\d{3}', 'AB1234', false],
  ['^\\d+$', '12', true],
  ['(a|bc)*d?', 'abcad', true],
  ['(|a)b', 'b', true],
  ['(|a)b', 'aab', false],
  ['\\p{Lu}\\p{Ll}+', 'Ärger', true],
  ['[^0-9]+', 'a1', false],
  ['[a-c-]+', 'a-c', true],
  ['a{0}', '', true],
  ['a{2,}', 'a', false],
])('%s and %s: %s', (regex, text, fits) => expect(fitsPattern(regex, text)).toBe(fits))

test.each(['(', 'a)', '[a', 'a**', '(?=a)b', '(?<n>a)', '\\1', '\\b', 'a{3,2}', 'a{5000}', '((a{999}){999})', '\\p{Zz}'])(
  '%s is not understood, and refuses no answer',
  (regex) => {
    expect(knowsPattern(regex)).toBe(false)
    expect(fitsPattern(regex, 'whatever')).toBe(true)
  },
)

const simple: fc.Arbitrary<string> = fc.letrec<{ all: string }>((tie) => ({
  all: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '[a-c1-3]'),
    fc.tuple(tie('all'), tie('all')).map(([a, b]) => a + b),
    fc.tuple(tie('all'), tie('all')).map(([a, b]) => `(${a}|${b})`),
    fc.tuple(tie('all'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}')).map(([a, q]) => `(?:${a})${q}`),
  ),
})).all

it('agrees with the engine of the language, and its lengths bound what fits', () => {
  fc.assert(
    fc.property(simple, fc.array(fc.constantFrom('a', 'b', 'c', '1', '2', ' '), { maxLength: 8 }), (regex, signs) => {
      const text = signs.join('')
      const fits = new RegExp(`^(?:${regex})$`, 'u').test(text)
      if (!knowsPattern(regex)) return
      expect(fitsPattern(regex, text)).toBe(fits)
      const { min, max } = lengthsOf(regex)!
      if (fits) expect(signs.length >= min && signs.length <= max).toBe(true)
    }),
    { numRuns: 600 },
  )
})

it('a pattern made to hang ends at once', () => {
  const started = performance.now()
  expect(fitsPattern('(a+)+b', 'a'.repeat(5_000))).toBe(false)
  expect(performance.now() - started).toBeLessThan(5_000)
})
