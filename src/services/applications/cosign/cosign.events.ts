import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** Ids and keys, nothing personal. They are about who wrote the draft; what was sent has an event of its own (`application.signed`). */
const data = z.object({ draftId: z.uuid(), person: z.string().max(60) })
const event = (kind: string) => defineEvent({ kind: `cosign.${kind}`, audience: 'parties', data })

/** What happens to signatures before an application is sent. */
export const cosignEvents = {
  asked: event('asked'),
  given: event('given'),
  declined: event('declined'),
  expired: event('expired'),
  takenBack: event('takenBack'),
  outdated: event('outdated'),
} as const
