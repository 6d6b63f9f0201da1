import type { Ctx } from '#platform/context.ts'
import type { Geography } from './demo/geography.ts'

/** What a town brings; the geography of a demo town fits. */
export type PlacesToImport = Pick<Geography, 'districts' | 'streets' | 'addresses' | 'crossings' | 'landmarks' | 'assets'>

/** Replaces all places of the town; what has the same name or number keeps its id. Some thousand rows a second. */
export async function importPlaces(_ctx: Ctx, _places: PlacesToImport): Promise<void> {
  throw new Error('not yet')
}
