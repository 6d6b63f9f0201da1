import { IntlMessageFormat } from 'intl-messageformat'
import { test } from 'vitest'
import { loadConfig } from '#platform/config.ts'
import { modulesFor } from '../../src/app.ts'
import { expectNothing } from '../setup/said.ts'

const modules = modulesFor(loadConfig({ DEMO: '1', DATA_DIR: '/nowhere', SECRET: 'a secret that opens nothing at all' }))

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> }

/** The names that a text wants to have values for. What is named by a language, `{de}` or `{en}`, is one value, said in each of them. */
function wanted(text: string, locale: string): string[] {
  if (!text.includes('{') && !text.includes("'")) return []
  const found = new Set<string>()
  const walk = (parts: readonly Part[]): void => {
    for (const { type, value, options } of parts) {
      if (type !== 0 && type !== 7) found.add(value === locale ? 'in the language of the text' : `${value}`)
      for (const option of Object.values(options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst() as Part[])
  return [...found].sort()
}

test.each(modules.map((module) => [module.name, module.texts] as const))('%s says the same in German and in English', (_, { de, en }) => {
  expectNothing([...Object.keys(en).filter((key) => !(key in de)), ...Object.keys(de).filter((key) => !(key in en))])
  const other = Object.keys(de).filter((key) => String(wanted(de[key] ?? '', 'de')) !== String(wanted(en[key] ?? '', 'en')))
  expectNothing(other)
  expectNothing(Object.entries({ ...de, ...en }).flatMap(([key, text]) => (text.trim() === '' ? key : [])))
})

test('every entry of a navigation, kind of notification and thing that can be found has a name', () => {
  const keys = new Set(modules.flatMap((module) => Object.keys(module.texts.de)))
  const named = modules.flatMap(({ nav = [], notificationKinds = [], searchers = [] }) => [
    ...nav.map(({ text }) => text),
    ...notificationKinds.flatMap(({ text }) => [text, `${text}.hint`]),
    ...searchers.map(({ kind }) => kind),
  ])
  expectNothing(named.filter((key) => !keys.has(key)))
})
