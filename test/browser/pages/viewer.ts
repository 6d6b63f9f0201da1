import type { Browser, BrowserContext, Page } from 'playwright'
import { axeFindings, complaintsOf, shapeFindings } from '../../setup/look.ts'
import type { Visitor } from '../../setup/visitor.ts'
import type { Stop } from './addresses.ts'
import type { Combination } from './matrix.ts'

/** A window of one language, width and theme. It takes over who somebody is, so that styles and scripts are loaded once for all. */
export type Viewer = {
  context: BrowserContext
  page: Page
  seen: Combination
  complaints: string[]
  /** Addresses that were to say no: Chromium tells of it, sometimes only on the next page. */
  refusing: Set<string>
}

export async function openViewer(browser: Browser, seen: Combination): Promise<Viewer> {
  const context = await browser.newContext({
    locale: seen.locale === 'de' ? 'de-DE' : 'en-GB',
    viewport: { width: seen.width, height: 900 },
    colorScheme: seen.theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  return { context, page, seen, complaints: complaintsOf(page), refusing: new Set() }
}

/** Opens the page as who may see it and says what is wrong with it. `after` does something with the page before it is looked at. */
export async function look(viewer: Viewer, url: string, stop: Stop, after?: (page: Page) => Promise<number>): Promise<string[]> {
  const { page, seen, complaints } = viewer
  const origin = stop.origin ?? url
  await become(viewer, origin, stop.as)
  complaints.splice(0)
  const answer = await page.goto(origin + stop.path)
  const status = after ? await after(page) : (answer?.status() ?? 0)
  const found = status === (stop.status ?? 200) ? [] : [`answers ${status}, not ${stop.status ?? 200}`]
  found.push(...(await shapeFindings(page, seen.locale)), ...(await axeFindings(page)))
  if (seen.width === 360) {
    await page.setViewportSize({ width: 320, height: 900 })
    found.push(...(await shapeFindings(page, seen.locale)).map((each) => `at 320 px: ${each}`))
    await page.setViewportSize({ width: seen.width, height: 900 })
  }
  if (status >= 400) viewer.refusing.add(page.url())
  found.push(...complaints.splice(0).filter((each) => ![...viewer.refusing].some((address) => each.endsWith(`(${address})`))))
  return found.map((each) => `${seen.locale} ${seen.width} ${seen.theme}: ${each}`)
}

/** Her cookies, and the language of the window instead of hers. */
async function become({ context, seen }: Viewer, origin: string, visitor: Visitor): Promise<void> {
  await context.clearCookies()
  const own = [...visitor.cookies].filter(([name]) => name !== 'sprache').map(([name, value]) => ({ name, value, url: origin }))
  await context.addCookies([...own, { name: 'sprache', value: seen.locale, url: origin }])
}
