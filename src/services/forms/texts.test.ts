import { expect, it, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { errorCodes } from './answer/answer.rules.ts'
import { errorWords } from './error-words.ts'
import { words } from './testing/forms.ts'
import { formTexts } from './texts.ts'

registerTexts(formTexts)

it('each fault of an answer has words in both languages', () => {
  const params = { min: 2, max: 3, day: '2026-05-03', decimals: 0 }
  for (const code of errorCodes) for (const locale of ['de', 'en'] as const) expect(errorWords({ code, params }, locale)).toMatch(/\.$/)
})

test('days are written as people write them, and the form may have its own words', () => {
  expect(errorWords({ code: 'tooEarly', params: { day: '2026-05-03' } }, 'de')).toBe('Das früheste mögliche Datum ist 3. Mai 2026.')
  expect(errorWords({ code: 'pattern', message: words('So nicht.', '') }, 'de')).toBe('So nicht.')
  expect(errorWords({ code: 'pattern', message: words('So nicht.', '') }, 'en')).toBe('This does not have the right form.')
})
