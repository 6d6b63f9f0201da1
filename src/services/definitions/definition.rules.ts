import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** What the administration writes without code and keeps in versions. */
export const definitionKinds = ['workflow', 'form'] as const
export type DefinitionKind = (typeof definitionKinds)[number]

/** As it is being written. */
export type Definition = {
  id: string
  key: string
  name: { de: string; en: string }
  draft: unknown
  /** Counts changes of the draft. */
  revision: number
  changedAt: Date
  changedBy: string | undefined
}

/** As it was published: it never changes, only its end comes. */
export type Version = {
  id: string
  number: number
  content: unknown
  publishedAt: Date
  publishedBy: string | undefined
  retiredAt: Date | undefined
}

export const DefinitionInput = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.object({ de: z.string().trim().min(1).max(120), en: z.string().trim().max(120).default('') }),
  draft: z.unknown(),
  /** Of the draft that was changed; left out for a new one. */
  revision: z.number().int().optional(),
})
export type DefinitionInput = z.input<typeof DefinitionInput>

const data = z.object({ key: z.string().max(60), version: z.number().int().optional() })
const events = (kind: DefinitionKind) => ({
  saved: defineEvent({ kind: `${kind}.saved`, audience: 'internal', data }),
  published: defineEvent({ kind: `${kind}.published`, audience: 'internal', data }),
  retired: defineEvent({ kind: `${kind}.retired`, audience: 'internal', data }),
})
export const definitionEvents = { workflow: events('workflow'), form: events('form') }
