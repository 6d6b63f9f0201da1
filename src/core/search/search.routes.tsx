import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { MAX_WORDS, searchEverywhere } from './search.verbs.ts'
import { SearchPage } from './search.view.tsx'

export const searchRoutes = [
  get('/suche', {
    may: 'everyone',
    audience: 'public',
    summary: 'One search over everything that the asker may see',
    query: z.object({
      q: z
        .string()
        .transform((text) => text.slice(0, MAX_WORDS))
        .default(''),
    }),
    limit: [{ points: 60, seconds: 60, per: 'network' }],
    show: async (ctx, { query: { q } }) => <SearchPage words={q} groups={await searchEverywhere(ctx, q)} />,
  }),
]
