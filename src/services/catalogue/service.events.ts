import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

const event = <S extends z.ZodType>(what: string, data: S) => defineEvent({ kind: `service.${what}`, audience: 'internal', data })
const slug = z.string().max(80)

/** All begin with `service`: that is the tag of the pages that show services. */
export const ServiceSaved = event('saved', z.object({ slug, fields: z.array(z.string().max(40)).max(60) }))
export const ServicePublished = event(
  'published',
  z.object({ slug, version: z.number(), validFrom: z.string(), validTo: z.string().optional() }),
)
export const ServiceTakenBack = event('takenBack', z.object({ slug, version: z.number() }))
export const ServiceRestored = event('restored', z.object({ slug, version: z.number() }))
export const ServiceRemoved = event('removed', z.object({ slug }))
export const SituationSaved = event('situationSaved', z.object({ slug }))
export const SituationMoved = event('situationMoved', z.object({ slug }))
export const SituationRemoved = event('situationRemoved', z.object({ slug }))
