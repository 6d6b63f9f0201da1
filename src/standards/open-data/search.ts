import { likeness } from '#core/search/index.ts'
import type { Searcher } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'

/** So much of what is asked for has to stand among the words. */
const ENOUGH = 0.75

/** Finds the page of all data sets by what people would call it. */
export const openDataSearcher: Searcher = {
  kind: 'openData.search.kind',
  may: 'everyone',
  find: async (ctx, words, limit) => {
    const text = (key: string) => textIn(ctx.locale, key)
    const home = {
      path: '/opendata',
      title: text('openData.title'),
      text: textIn(ctx.locale, 'openData.lead', { town: ctx.town.name }),
      kind: 'openData.search.kind',
      score: likeness(words, text('openData.search.words')),
    }
    return home.score < ENOUGH ? [] : [home].slice(0, limit)
  },
}
