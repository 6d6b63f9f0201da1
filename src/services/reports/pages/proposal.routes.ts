import { z } from 'zod'
import { json } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { categories } from '../catalogue.sql.ts'
import { proposeCategories } from '../proposal.rules.ts'

/** While somebody writes: which kinds of damage fit. */
export const proposalRoutes = [
  get('/meldungen/vorschlag.json', {
    may: 'everyone',
    audience: 'public',
    summary: 'Kinds of damage that fit a text',
    query: z.object({ text: z.string().max(500).default('') }),
    limit: [{ points: 300, seconds: 300, per: 'network' }],
    show: async (ctx, { query: { text } }) => {
      const all = await categories(ctx)
      const proposals = proposeCategories(text, all).flatMap(({ code }) => {
        const found = all.find((category) => category.code === code)
        return found ? [{ code, name: found.name[ctx.locale] }] : []
      })
      return json({ proposals })
    },
  }),
]
