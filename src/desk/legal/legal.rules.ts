import type { PageCode, PageText } from '#core/towns/index.ts'
import { hasText, type Locale, textIn } from '#platform/text.ts'

/** Where each page is, in the order of the footer and the help. */
export const pathOf: Record<PageCode, string> = {
  contact: '/kontakt',
  imprint: '/impressum',
  privacy: '/datenschutz',
  accessibility: '/barrierefreiheit',
  help: '/hilfe',
}

type Asked = { own: PageText | undefined; town: { name: string; demo: boolean }; locale: Locale }

/** The Markdown of a page: the town's own words, in the other language where there are none in this one; else the catalogue's. */
export function pageText(code: PageCode, { own, town, locale }: Asked): { text: string; locale: Locale } {
  const other = locale === 'de' ? 'en' : 'de'
  if (own?.[locale]) return { text: own[locale], locale }
  if (own?.[other]) return { text: own[other], locale: other }
  const demo = `legal.${code}.demo`
  const key = town.demo && hasText(demo, locale) ? demo : `legal.${code}.text`
  return { text: textIn(locale, key, { town: town.name }), locale }
}

/** Whether the law wants something here that only the town itself can write. */
export const isUnwritten = (code: PageCode, own: PageText | undefined, town: { demo: boolean }): boolean =>
  (code === 'imprint' || code === 'privacy') && !town.demo && !own?.de
