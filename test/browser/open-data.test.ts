import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('from the footer to a data set and its file, on a phone without script', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 740 }, locale: 'de-DE', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Offene Daten' }).click()
  await page.getByRole('link', { name: 'Baumkataster' }).click()
  const count = await page.locator('dd').first().textContent()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /^CSV, etwa/ }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('baeume-lindenfurt.csv')
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines.length - 1).toBe(Number(count?.replaceAll('.', '')))
  expect(lines[1]).toMatch(/^B-\d+;/)
  // What a row names is there.
  await page.goto(lines[1]?.split(';')[6] ?? '')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('B-')
  await context.close()
})
