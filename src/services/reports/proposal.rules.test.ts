import { expect, test } from 'vitest'
import type { Category } from './category.rules.ts'
import { demoCategories } from './demo/categories.ts'
import { proposeCategories } from './proposal.rules.ts'

const categories = demoCategories.map(
  ({ code, keywords, name }) => ({ id: code, code, name, keywords: [...keywords.de, ...keywords.en] }) as unknown as Category,
)

test.each([
  ['Tiefes Schlagloch auf der Fahrbahn', 'pothole'],
  ['Schlagloh vor unserem Haus', 'pothole'],
  ['Die Straßenlaterne flackert seit Tagen', 'lamp'],
  ['Hier liegt Sperrmüll im Gebüsch', 'dump'],
  ['Die Schaukel auf dem Spielplatz ist kaputt', 'playground'],
  ['There is a pothole in front of number 12', 'pothole'],
  ['Ast abgebrochen, Baum steht schief', 'tree'],
  ['Graffiti an der Unterführung', 'graffiti'],
])('%s: %s', (text, code) => {
  expect(proposeCategories(text, categories)[0]?.code).toBe(code)
})

test('what says nothing proposes nothing', () => {
  expect(proposeCategories('Guten Tag, danke und viele Grüße', categories)).toEqual([])
  expect(proposeCategories('', categories)).toEqual([])
})
