import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { controllerName } from './start.ts'

it('a controller is named after its file', () =>
  expect(controllerName('../../services/reports/place-picker.browser.ts')).toBe('place-picker'))

it('no two files give the same name, because the second would never load', () => {
  const files = readdirSync(new URL('../..', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.browser.ts'),
  )
  const names = files.map((name) => controllerName(name.replaceAll('\\', '/')))
  expect(names.length).toBeGreaterThan(5)
  expect(new Set(names).size).toBe(names.length)
})
