import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

const count = z.number().int()
/** All places of the town were replaced; how many there are now. */
export const PlacesImported = defineEvent({
  kind: 'places.imported',
  audience: 'internal',
  data: z.object({ districts: count, streets: count, assets: count }),
})
