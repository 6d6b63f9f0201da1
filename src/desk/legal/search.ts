import { likeness } from '#core/search/index.ts'
import { ownPages, pageCodes } from '#core/towns/index.ts'
import type { Searcher } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'
import { pageText, pathOf } from './legal.rules.ts'

/** Words that do not stand in a page at all find it no more than by chance. */
const FITS = 0.75

/** The town's own pages, by title and text. */
export const pageSearcher: Searcher = {
  kind: 'legal.search',
  may: 'everyone',
  find: async (ctx, words, limit) => {
    const own = await ownPages(ctx)
    const hits = pageCodes.map((code) => {
      const title = textIn(ctx.locale, `legal.${code}`)
      const { text } = pageText(code, { own: own.get(code), town: ctx.town, locale: ctx.locale })
      const score = Math.max(likeness(words, title), 0.8 * likeness(words, text))
      return { path: pathOf[code], title, text: plainWords(text), kind: 'legal.search.page', score }
    })
    return hits
      .filter(({ score }) => score >= FITS)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
  },
}

/** Markdown without its signs. */
const plainWords = (text: string): string =>
  text
    .replace(/^#+ .*$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`>|#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
