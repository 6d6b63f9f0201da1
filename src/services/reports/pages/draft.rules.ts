import { z } from 'zod'
import { dangerIn } from '../answer.rules.ts'
import type { Category, EmergencyNumber } from '../category.rules.ts'
import { PlaceChoice } from '../place.rules.ts'
import { AnswerValue, channels } from '../send.rules.ts'

/** A report that is being written. Contact data is asked for on the last page and never kept here. */
export const Draft = z.object({
  photos: z.array(z.uuid()).max(5).default([]),
  text: z.string().max(4000).default(''),
  /** Code of the category. */
  category: z.string().max(60).optional(),
  place: PlaceChoice.optional(),
  answers: z.record(z.string(), AnswerValue).default({}),
  /** The questions of the category were shown and sent. */
  answered: z.boolean().default(false),
  /** Similar reports were shown, and this one is none of them. */
  isNew: z.boolean().default(false),
  channel: z.enum(channels).default('web'),
})
export type Draft = z.output<typeof Draft>

export type DraftStep = 'what' | 'place' | 'kind' | 'danger' | 'questions' | 'similar' | 'send'

const words: Record<DraftStep, string> = {
  what: '',
  place: '/ort',
  kind: '/art',
  danger: '/notfall',
  questions: '/fragen',
  similar: '/aehnlich',
  send: '/absenden',
}

/** Every page of the form has its own address. */
export const stepPath = (draftId: string, step: DraftStep): string => `/meldungen/neu/${draftId}${words[step]}`

/** Number to call instead of sending, because of the category or an answer. */
export const dangerOf = (draft: Draft, category: Category | undefined): EmergencyNumber | undefined =>
  category && dangerIn(category, draft.answers)

/** The first page on which something is still missing. */
export function nextStep(draft: Draft, category: Category | undefined): DraftStep {
  if (!draft.text && draft.photos.length === 0) return 'what'
  if (!draft.place) return 'place'
  if (!category) return 'kind'
  if (dangerOf(draft, category)) return 'danger'
  if (category.questions.length > 0 && !draft.answered) return 'questions'
  return draft.isNew ? 'send' : 'similar'
}

/** What was said about the old category or place says nothing about a new one. */
export function changed(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change }
  const otherKind = next.category !== draft.category
  const moved = next.place?.lat !== draft.place?.lat || next.place?.lon !== draft.place?.lon
  return {
    ...next,
    ...(otherKind ? { answers: change.answers ?? {}, answered: change.answered ?? false } : {}),
    isNew: otherKind || moved ? (change.isNew ?? false) : next.isNew,
  }
}
