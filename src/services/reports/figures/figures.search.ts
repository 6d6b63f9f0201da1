import { likeness } from '#core/search/index.ts'
import type { Searcher } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'

/** So much of what is asked for has to stand among the page's words. */
const ENOUGH = 0.7

/** Finds the page by what people would call it. */
export const figuresSearcher: Searcher = {
  kind: 'figures.search',
  may: 'everyone',
  find: async (ctx, words) => {
    const score = likeness(words, textIn(ctx.locale, 'figures.search.words'))
    if (score < ENOUGH) return []
    return [
      {
        path: '/meldungen/zahlen',
        title: textIn(ctx.locale, 'figures.title'),
        text: textIn(ctx.locale, 'figures.lead', { town: ctx.town.name }),
        kind: 'figures.search.kind',
        score,
      },
    ]
  },
}
