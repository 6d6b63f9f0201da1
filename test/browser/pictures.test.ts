import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')
const folder = new URL('../../docs/pictures/', import.meta.url)
/** `UPDATE_PICTURES=1` makes them anew; otherwise they are there, and what they show can still be shown. */
const update = process.env.UPDATE_PICTURES === '1'
const MOST_BYTES = 250_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 960 } }
const office: BrowserContextOptions = { viewport: { width: 1440, height: 1080 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }

const pictures: Record<string, { seen: BrowserContextOptions; show: (page: Page) => Promise<void> }> = {
  start: {
    seen: desk,
    show: async (page) => {
      await page.goto(url)
      await page.locator('main img[src*="/dateien/"]').first().waitFor()
    },
  },
  'report-phone': {
    seen: phone,
    show: async (page) => {
      await page.goto(`${url}/meldungen?stand=erledigt&art=pothole`)
      const photo = await page.locator('main img[src*="/dateien/"]').first().getAttribute('src')
      const buffer = Buffer.from(await (await fetch(url + photo)).arrayBuffer())
      await page.goto(`${url}/meldungen/neu`)
      const image = await sharp(buffer).jpeg().toBuffer()
      await page.locator('input[type=file]:not([capture])').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: image })
      await page.getByText('Hochgeladen', { exact: true }).waitFor()
      await page.getByLabel('In Ihren Worten').fill('Tiefes Schlagloch vor der Bushaltestelle')
      await page.getByRole('radio', { name: 'Schlagloch in der Fahrbahn' }).check()
      await page
        .locator('.main .steps, .steps')
        .first()
        .evaluate((steps) => steps.scrollIntoView())
    },
  },
  status: {
    seen: desk,
    show: async (page) => {
      await page.goto(url)
      await page.locator('article:has(.before-after) a[href*="/meldungen/M-"]').first().click()
      await page.waitForURL('**/meldungen/M-*')
      await page.locator('main img[src*="/dateien/"]').first().waitFor()
    },
  },
  worklist: {
    seen: office,
    show: async (page) => {
      await page.goto(`${url}/anmelden`)
      await page.getByRole('button', { name: /Petra Uhlenbrock/ }).click()
      await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
      await page.goto(`${url}/amt/meldungen?ansicht=open`)
      await page.locator('tbody tr').nth(5).waitFor()
    },
  },
}

it.each(Object.keys(pictures))('the picture of the README and the page it shows: %s', async (name) => {
  const { seen, show } = pictures[name] ?? pictures.start!
  const page = await (await browser.newContext({ ...seen, locale: 'de-DE', colorScheme: 'light', reducedMotion: 'reduce' })).newPage()
  await show(page)
  const file = new URL(`${name}.png`, folder)
  if (update) {
    await page.waitForLoadState('networkidle')
    // Maps fade in.
    await page.waitForTimeout(2_000)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      file,
      await sharp(await page.screenshot())
        .png({ palette: true, quality: 85, effort: 10 })
        .toBuffer(),
    )
  }
  const bytes = readFileSync(file)
  expect(bytes.length).toBeLessThan(MOST_BYTES)
  expect((await sharp(bytes).metadata()).width).toBeGreaterThan(700)
  await page.context().close()
})
