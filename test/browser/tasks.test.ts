import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function desk(script: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Heike Lohmar/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

describe.each([
  [true, 1280],
  [false, 360],
])('with script: %s', (script, width) => {
  it('a task is added to a report, stands among mine and is ticked off', async () => {
    const page = await desk(script, width)
    await page.goto(`${url}/amt/meldungen?ansicht=team`)
    await page.locator('tbody a.desk-subject').first().click()
    await page.waitForURL('**/amt/meldungen/M-*')
    // A second try is another task.
    const title = `Ersatzteil ${Date.now()} bestellen`
    await page.locator('#aufgaben details > summary', { hasText: 'Aufgabe anlegen' }).click()
    await page.locator('#aufgaben input[name=title]').fill(title)
    await page.locator('#aufgaben input[name=days]').fill('0')
    await page.getByRole('button', { name: 'Aufgabe anlegen' }).click()
    await page.getByText('Die Aufgabe ist angelegt').waitFor()

    await page.goto(`${url}/amt`)
    await page.locator('.stat a', { hasText: 'Aufgaben' }).click()
    const row = page.locator('.desk-row', { hasText: title })
    await row.waitFor()
    if (script) expect(await axeFindings(page)).toEqual([])
    expect(await shapeFindings(page, 'de')).toEqual([])
    await row.getByRole('button', { name: /Erledigt/ }).click()
    await page.getByText('Die Aufgabe ist erledigt').waitFor()
    expect(await page.locator('.desk-row', { hasText: title }).count()).toBe(0)
    await page.context().close()
  })
})
