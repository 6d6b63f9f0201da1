import { expect, test, vi } from 'vitest'
import { loadConfig } from '#platform/config.ts'
import { eventTexts } from './event-texts.ts'

// Loading every module defines every event there is; loaded anew, without those that other tests made up.
vi.resetModules()
const { eventKinds } = await import('#core/memory/index.ts')
const { modulesFor } = await import('../../../app.ts')
modulesFor(loadConfig({ DEMO: '1', DATA_DIR: '/nowhere', SECRET: 'a secret that opens nothing at all' }))

test('every kind of event has words for the log, in both languages', () => {
  const kinds = eventKinds().map(({ kind }) => kind)
  expect(kinds.length).toBeGreaterThan(80)
  expect(kinds).toContain('contractor.ranOut')
  for (const texts of [eventTexts.de, eventTexts.en]) expect(kinds.filter((kind) => !texts[`event.${kind}`])).toEqual([])
})

test('no words are left of events that are gone', () => {
  const kinds = new Set(eventKinds().map(({ kind }) => kind))
  const named = Object.keys(eventTexts.de).flatMap((key) => (key.startsWith('event.') ? key.slice('event.'.length) : []))
  expect(named.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('what events are about has a name as well', () => {
  const subjects = [...new Set(eventKinds().map(({ kind }) => kind.split('.')[0]!))]
  for (const texts of [eventTexts.de, eventTexts.en]) expect(subjects.filter((subject) => !texts[`subject.${subject}`])).toEqual([])
})
