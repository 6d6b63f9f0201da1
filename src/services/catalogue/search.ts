import type { Ctx } from '#platform/context.ts'
import type { Searcher } from '#platform/module.ts'
import { phrasesLike, publicServices } from './public.sql.ts'
import { FITS, judgeOf, lookedUp, NEAR, questionOf } from './search.rules.ts'
import { type ServiceCard, saidShort } from './service.rules.ts'

export type FoundService = ServiceCard & { score: number }

/** Phrases that each of the words is compared with; more cost time and find nothing that is meant. */
const EACH = 24

/** Services for words as people use them, the likest first: those that fit, and those that may be meant where none does. */
export async function findServices(ctx: Ctx, text: string, limit = 20): Promise<{ found: FoundService[]; near: FoundService[] }> {
  const question = questionOf(text)
  if (question.whole.length < 2) return { found: [], near: [] }
  const phrases = await phrasesLike(ctx, lookedUp(question), EACH)
  const judge = judgeOf(question)
  const scored = (await publicServices(ctx))
    .flatMap((card) => {
      const own = phrases.get(card.id)
      return own ? [{ ...card, score: judge(own) }] : []
    })
    .sort((a, b) => b.score - a.score || Number(b.asked) - Number(a.asked))
  const best = scored[0]?.score ?? 0
  // What fits much worse than the best only stands in its way.
  const found = scored.filter(({ score }) => score >= FITS && score >= best - 0.3).slice(0, limit)
  return { found, near: found.length > 0 ? [] : scored.filter(({ score }) => score >= NEAR).slice(0, 4) }
}

/** Services in the search over everything. */
export const serviceSearcher: Searcher = {
  kind: 'service.search',
  may: 'everyone',
  find: async (ctx, words, limit) =>
    (await findServices(ctx, words, limit)).found.map(({ slug, name, short, score }) => ({
      path: `/dienste/${slug}`,
      title: saidShort(name, ctx.locale).text,
      text: saidShort(short, ctx.locale).text,
      kind: 'service.search.one',
      score,
    })),
}
