import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Every page that is opened in this window from now on has axe at hand: the browser keeps it translated, which saves time. */
export const withAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript(axe)

/** What can be wrong with a page in other colours or at another width when nothing else about it has changed. */
const OF_STYLE = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'css-orientation-lock']

/** What axe has to say about the page as it is now, with everything opened that can be opened. One line for each finding. */
export async function axeFindings(page: Page, { only = 'all' }: { only?: 'all' | 'style' } = {}): Promise<string[]> {
  const runOnly = only === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: OF_STYLE }
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) if (details instanceof HTMLDetailsElement) details.open = true
  })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate<string[]>(
    `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })
      .then((result) => result.violations.map((found) =>
        found.id + ': ' + found.nodes.slice(0, 5).map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' ; ')))`,
  )
  // While a page is asked for, Turbo says so at the root (aria-busy), where axe knows of no such word; a live page does it at any moment.
  return found.filter((line) => line.trim() !== 'aria-allowed-attr: html')
}

/** Title, language and headings that every page has, and nothing that is wider than the window. */
export async function shapeFindings(page: Page, locale: 'de' | 'en'): Promise<string[]> {
  const { title, lang, headings, wide } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  return [
    ...(title.trim() === '' ? ['the page has no title'] : []),
    ...(lang === locale ? [] : [`lang is ${lang}, not ${locale}`]),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(wide > 0 ? [`${wide} px wider than the window`] : []),
  ]
}

/** Collects what the browser complains about from now on, with the address: errors of scripts, of the content security policy, of loading. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} (${message.location().url})`))
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
