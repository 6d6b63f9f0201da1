import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const here = inject('demoUrl')
const there = here.replace('//localhost', '//eulenrode.localhost')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function signedIn(town: string, who: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })).newPage()
  await page.goto(`${town}/anmelden`)
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

const status = async (page: Page, address: string): Promise<number> => (await page.goto(address))?.status() ?? 0
const numberIn = async (page: Page, list: string, which = ''): Promise<string> => {
  await page.goto(list)
  const href = await page.locator(`article${which} a[href*="/meldungen/M-"]`).first().getAttribute('href')
  return /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(href ?? '')?.[0] ?? ''
}

it('the second town sees nothing of the first, not even its staff', async () => {
  const page = await signedIn(here, 'Heike Lohmar')
  const number = await numberIn(page, `${here}/`, ':has(img[src*="/dateien/"])')
  expect(await status(page, `${here}/meldungen/${number}`)).toBe(200)
  const picture = (await page.locator('main img[src*="/dateien/"]').first().getAttribute('src')) ?? ''
  expect(await status(page, here + picture)).toBe(200)

  const stranger = await signedIn(there, 'Markus Aigner-Thoma')
  expect(await status(stranger, `${there}/meldungen`)).toBe(200)
  expect(await status(stranger, `${there}/meldungen/${number}`)).toBe(404)
  expect(await status(stranger, `${there}/amt/meldungen/${number}`)).toBe(404)
  expect(await status(stranger, there + picture)).toBe(404)
  await stranger.goto(`${there}/suche?q=${number}`)
  expect(await stranger.locator('.search-hit').count()).toBe(0)
  await stranger.goto(`${there}/amt/meldungen?ansicht=all&q=${number}`)
  expect(await stranger.locator('tbody tr').count()).toBe(0)

  // Nor the other way round, and a session of one town is none in the other.
  const theirs = await numberIn(stranger, `${there}/meldungen`)
  expect(await status(page, `${here}/meldungen/${theirs}`)).toBe(404)
  await page.goto(`${there}/amt`)
  expect(new URL(page.url()).pathname).toBe('/anmelden')
  for (const each of [page, stranger]) await each.context().close()
})

it('the second town is also found below the path, and stays there', async () => {
  const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
  await page.goto(`${here}/t/eulenrode/`)
  expect(await page.title()).toContain('Eulenrode')
  const leading = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(leading.filter((href) => !href.startsWith('/t/eulenrode'))).toEqual([])
  await page.getByRole('link', { name: 'Meldungen', exact: true }).first().click()
  await page.waitForURL('**/t/eulenrode/meldungen')
  const number = await numberIn(page, `${here}/meldungen`)
  expect(await status(page, `${here}/t/eulenrode/meldungen/${number}`)).toBe(404)
  await page.context().close()
})
