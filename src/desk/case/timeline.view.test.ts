import { beforeAll, expect, test } from 'vitest'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { inFrame } from '#platform/view.ts'
import type { TimelineEntry } from '#services/cases/index.ts'
import { eventTexts } from '../administration/log/event-texts.ts'
import { deskCaseTexts } from './texts.ts'
import { timelineItem } from './timeline.view.tsx'

beforeAll(() => {
  for (const texts of [designTexts, deskCaseTexts, eventTexts]) registerTexts(texts)
})

const entry = (kind: string): TimelineEntry => ({
  id: 'e',
  kind,
  at: new Date('2026-05-07T10:00:00Z'),
  audience: 'internal',
  title: { key: `application.event.${kind}`, params: {} },
  role: 'system',
  caseId: 'c',
  otherNumber: undefined,
  partyId: undefined,
  unitName: undefined,
  personName: undefined,
  coverName: undefined,
  text: undefined,
  photos: [],
})

test.each([
  ['task.added', 'Aufgabe angelegt'],
  ['retention.told', 'Löschung angekündigt'],
])('what has no words of its own at an application has those of the log: %s', (kind, words) => {
  expect(inFrame(sampleFrame({ locale: 'de' }), () => timelineItem(entry(kind), false).title)).toBe(words)
})
