import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../category.rules.ts'
import { changed, Draft, nextStep, stepPath } from './draft.rules.ts'

const label = { de: 'x', en: 'x' }
const category: Category = {
  id: '01890000-0000-7000-8000-000000000001',
  code: 'pothole',
  groupCode: 'street',
  name: label,
  hint: undefined,
  keywords: [],
  questions: [{ code: 'fire', kind: 'yesno', label, required: true, danger: '112' }],
  icon: 'road',
  radiusM: 50,
  deadlineDays: 10,
  acceptDays: 3,
  proof: 'photo',
  publish: 'atOnce',
  anonymous: true,
  confirmEmail: false,
  danger: undefined,
  unitId: undefined,
  position: 0,
  closedAt: undefined,
}
const place = { lat: 49, lon: 11, way: 'map', label: 'Am Tor' } as const
const full = Draft.parse({ text: 'Loch', place, category: 'pothole', answers: { fire: false }, answered: true, isNew: true })

describe('the next page', () => {
  it.each([
    ['nothing yet', Draft.parse({}), 'what'],
    ['a photo is enough to go on', Draft.parse({ photos: [category.id] }), 'place'],
    ['no kind', { ...full, category: undefined }, 'kind'],
    ['questions of the kind', { ...full, answered: false }, 'questions'],
    ['danger', { ...full, answers: { fire: true } }, 'danger'],
    ['not compared yet', { ...full, isNew: false }, 'similar'],
    ['complete', full, 'send'],
  ] as const)('%s', (_, draft, step) => expect(nextStep(draft, draft.category ? category : undefined)).toBe(step))

  it('of a kind that is no matter for a form is the emergency number, whatever was answered', () =>
    expect(nextStep({ ...full, answered: false }, { ...category, danger: '110' })).toBe('danger'))
})

describe('a change', () => {
  it('of the kind forgets answers and comparison, of the place only the comparison', () => {
    expect(changed(full, { category: 'lamp' })).toMatchObject({ answers: {}, answered: false, isNew: false })
    expect(changed(full, { place: { ...place, lat: 49.1 } })).toMatchObject({ answers: { fire: false }, answered: true, isNew: false })
    expect(changed(full, { text: 'Großes Loch' })).toEqual({ ...full, text: 'Großes Loch' })
  })

  it('to what it was changes nothing', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (answered, isNew) => {
        const draft = { ...full, answered, isNew }
        expect(changed(draft, { category: draft.category, place: draft.place, text: draft.text })).toEqual(draft)
      }),
    ))
})

it('every page has its own address', () => {
  const steps = ['what', 'place', 'kind', 'danger', 'questions', 'similar', 'send'] as const
  expect(new Set(steps.map((step) => stepPath('d', step))).size).toBe(steps.length)
})
