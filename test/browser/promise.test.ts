import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('open reports say until when, on what that rests, and how long it is still', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/meldungen?stand=angenommen`)
  const paths = await page.locator('a[href*="/meldungen/M-"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const seen: string[] = []
  for (const path of [...new Set(paths)].slice(0, 12)) {
    await page.goto(new URL(path, url).href)
    const box = page.locator('.promise')
    if ((await box.count()) === 0) continue
    const words = (await box.textContent()) ?? ''
    seen.push(words)
    expect(words).toMatch(/Grundlage: \d+ vergleichbare Meldungen|Ein Ziel der Stadt/)
    expect(words).toMatch(/Noch \d+ Tag|Das ist heute|überschritten|Die Zeit steht still/)
  }
  expect(seen.length).toBeGreaterThan(3)
  expect(seen.some((words) => /in 9 von 10 Fällen bis \d+\. \w+/i.test(words))).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  expect(await shapeFindings(page, 'de')).toEqual([])
  if (process.env.PROMISE_PICTURES)
    for (const [width, colorScheme] of [
      [360, 'light'],
      [360, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${process.env.PROMISE_PICTURES}/${width}-${colorScheme}.png`, fullPage: true })
    }
  await context.close()
})
