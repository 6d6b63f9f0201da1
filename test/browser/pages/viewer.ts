import type { Browser, BrowserContext, Page } from 'playwright'
import { axeFindings, complaintsOf, shapeFindings, withAxe } from '../../setup/look.ts'
import type { Visitor } from '../../setup/visitor.ts'
import type { Stop } from './addresses.ts'
import type { Look, Round } from './matrix.ts'

/** A window of one language. It takes over who somebody is, so that styles and scripts are loaded once for all. */
export type Viewer = {
  context: BrowserContext
  page: Page
  round: Round
  complaints: string[]
  /** Addresses that were to say no: Chromium tells of it, sometimes only on the next page. */
  refusing: Set<string>
}

/** The narrowest phone; and where columns only just stand side by side, in the language with the longer words. */
const alsoAt = (width: Look['width'], locale: Round['locale']): readonly number[] =>
  width === 360 ? [320] : locale === 'de' ? [992, 768] : []

export async function openViewer(browser: Browser, round: Round): Promise<Viewer> {
  const context = await browser.newContext({ locale: round.locale === 'de' ? 'de-DE' : 'en-GB', reducedMotion: 'reduce' })
  await withAxe(context)
  const page = await context.newPage()
  return { context, page, round, complaints: complaintsOf(page), refusing: new Set() }
}

/** Opens the page as who may see it and says what is wrong with it. `after` does something with the page before it is looked at. */
export async function look(viewer: Viewer, url: string, stop: Stop, after?: (page: Page) => Promise<number>): Promise<string[]> {
  const { page, round, complaints } = viewer
  const origin = stop.origin ?? url
  await become(viewer, origin, stop.as)
  complaints.splice(0)
  const found: string[] = []
  for (const [index, seen] of round.looks.entries()) {
    await page.emulateMedia({ colorScheme: seen.theme })
    await resize(page, seen.width)
    if (index === 0) found.push(...(await arrive(viewer, origin + stop.path, stop.status ?? 200, after)))
    const here = await lookOnce(page, round.locale, seen, index === 0 ? 'all' : 'style')
    found.push(...here.map((each) => `${seen.width} ${seen.theme}: ${each}`))
  }
  found.push(...complaints.splice(0).filter((each) => ![...viewer.refusing].some((address) => each.endsWith(`(${address})`))))
  return found.map((each) => `${round.locale} ${each}`)
}

async function arrive({ page, refusing }: Viewer, address: string, wanted: number, after?: (page: Page) => Promise<number>) {
  const answer = await page.goto(address)
  const status = after ? await after(page) : (answer?.status() ?? 0)
  if (status >= 400) refusing.add(page.url())
  return status === wanted ? [] : [`answers ${status}, not ${wanted}`]
}

async function lookOnce(page: Page, locale: Round['locale'], seen: Look, only: 'all' | 'style'): Promise<string[]> {
  const found = [...(await shapeFindings(page, locale)), ...(await axeFindings(page, { only }))]
  for (const width of alsoAt(seen.width, locale)) {
    await resize(page, width)
    found.push(...(await shapeFindings(page, locale)).map((each) => `at ${width} px: ${each}`))
  }
  return found
}

const resize = (page: Page, width: number): Promise<void> => page.setViewportSize({ width, height: 900 })

/** Says the same to everybody and asks for nothing more. */
const RESTING_PLACE = '/wappen.svg'

/**
 * Her cookies, and the language of the window instead of hers. The page of whoever was there before is left first: it would ask for its
 * live changes again with the cookies of somebody else. It is left for a picture of the same town, since from an empty page Chromium
 * goes on in a new process each time, which has to translate all scripts anew.
 */
async function become({ context, page, round }: Viewer, origin: string, visitor: Visitor): Promise<void> {
  await page.goto(origin + RESTING_PLACE)
  await context.clearCookies()
  const own = [...visitor.cookies].filter(([name]) => name !== 'sprache').map(([name, value]) => ({ name, value, url: origin }))
  await context.addCookies([...own, { name: 'sprache', value: round.locale, url: origin }])
}
