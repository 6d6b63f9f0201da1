import type { Searcher } from '#platform/module.ts'
import { searchPlaces } from './search.verbs.ts'

/** Places in the search over everything; after what people have said about them. */
export const placeSearcher: Searcher = {
  kind: 'place.search',
  may: 'everyone',
  find: async (ctx, words, limit) => {
    const hits = await searchPlaces(ctx, words, limit)
    return hits.map(({ id, kind, label, detail, score }) => ({
      path: `/orte/${encodeURIComponent(id)}`,
      title: label,
      text: detail,
      kind: `place.kind.${kind}`,
      score: score * 0.9,
    }))
  },
}
