import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountTexts } from './texts.ts'

test('both languages say the same things', () => {
  expect(Object.keys(accountTexts.de).sort()).toEqual(Object.keys(accountTexts.en).sort())
})

test('every text that the code names is there, and every text is named', () => {
  const folder = new URL('.', import.meta.url)
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/texts\.|\.test\./.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const named = [...code.matchAll(/'(accounts\.[a-z][\w.]*\w)'/gi)].map(([, key = '']) => key)
  const jobs = new Set(['accounts.mail', 'accounts.tellTown', 'accounts.tidy'])
  const missing = named.filter((key) => !jobs.has(key) && !accountTexts.de[key] && !accountTexts.de[`${key}.subject`])
  expect(missing).toEqual([])
})
