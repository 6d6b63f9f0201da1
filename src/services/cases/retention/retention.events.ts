import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

const ofCase = (kind: string) =>
  defineEvent({ kind, audience: 'internal', data: z.object({ number: z.string(), day: z.string().max(10).optional() }) })
const ofTown = (kind: string) =>
  defineEvent({ kind, audience: 'internal', data: z.record(z.string().max(40), z.union([z.string().max(60), z.number()])) })

export const retentionEvents = {
  archived: ofCase('retention.archived'),
  anonymised: ofCase('retention.anonymised'),
  told: ofCase('retention.told'),
  deleted: ofCase('retention.deleted'),
  held: ofCase('retention.held'),
  released: ofCase('retention.released'),
  ruleChanged: ofTown('retention.ruleChanged'),
  started: ofTown('retention.started'),
} as const
