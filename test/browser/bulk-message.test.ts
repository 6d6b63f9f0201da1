import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it.each([
  [true, 1280],
  [false, 360],
])('a text block goes to several reports, with a look at the texts before (script: %s)', async (script, width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Heike Lohmar/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  await page.goto(`${url}/amt/meldungen?ansicht=team`)
  const boxes = page.locator('tbody input[name=n]')
  for (const nth of [0, 1, 2]) await boxes.nth(nth).check()
  const numbers = await boxes.evaluateAll((all) => all.slice(0, 3).map((box) => (box as HTMLInputElement).value))
  await page.locator('#bulk select[name=was]').selectOption('write')
  await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click()
  await page.waitForURL('**/amt/meldungen/sammel?*')

  await page.locator('select[name=baustein]').selectOption({ label: 'Danke für die Meldung' })
  await page.getByRole('button', { name: 'Einfügen' }).click()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea[name=text]')?.value.includes('{nummer}'))
  await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
  await page.locator('#vorschau').waitFor()
  const shown = (await page.locator('#vorschau').textContent()) ?? ''
  for (const number of numbers) expect(shown).toContain(`für Ihre Meldung ${number}`)
  if (script) expect(await axeFindings(page)).toEqual([])
  expect(await shapeFindings(page, 'de')).toEqual([])
  await page.getByRole('button', { name: 'Zu 3 Meldungen schreiben' }).click()
  await page.waitForURL('**/amt/meldungen/sammel/ergebnis?*')
  await page.getByText('Bei 3 Meldungen hat es geklappt').waitFor()
  await page.getByText('Wer davon erfährt').first().waitFor()
  await page.goto(`${url}/amt/meldungen/${numbers[0]}`)
  expect(await page.locator('#gespraech').textContent()).toContain(`für Ihre Meldung ${numbers[0]}`)
  await context.close()
})
