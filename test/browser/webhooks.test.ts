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

async function administration(script: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Wiebke Thalmayr/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** With a script the page follows what happens; without one somebody looks again. */
async function until(page: Page, script: boolean, words: string): Promise<void> {
  const found = page.locator('tbody tr', { hasText: words }).first()
  for (let tries = 0; !script && tries < 60 && (await found.count()) === 0; tries += 1) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  await found.waitFor()
}

describe.each([
  [true, 1280],
  [false, 360],
])('with script: %s', (script, width) => {
  it('an address is registered, tested, looked at and sent to again', async () => {
    const page = await administration(script, width)
    await page.goto(`${url}/verwaltung/webhooks/neu`)
    // With a word that is wider than a phone.
    const name = `Karte ${Date.now()} ${'W'.repeat(60)}`
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=url]').fill('https://192.168.0.10/hook')
    await page.getByLabel('Erledigt').check()
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.getByText('Diese Adresse liegt in einem internen Netz').first().waitFor()
    expect(await page.locator('input[name=name]').inputValue()).toBe(name)
    expect(await page.getByLabel('Erledigt').isChecked()).toBe(true)
    // Another address at each try.
    await page.locator('input[name=url]').fill(`/demo/empfaenger/weg?n=${Date.now()}`)
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.waitForURL(/webhooks\/[0-9a-f-]{36}/)
    expect(await page.locator('input[id*=secret]').inputValue()).toMatch(/^whsec_/)

    await page.getByRole('button', { name: 'Probe senden' }).click()
    await page.getByText('Die Probe ist unterwegs').waitFor()
    await until(page, script, '410')
    await page.reload()
    await page.getByText('dass es ihn nicht mehr gibt').waitFor()
    // While it is shown anew, Turbo marks the page as busy.
    await page.locator('html:not([aria-busy])').waitFor()
    if (script) expect(await axeFindings(page)).toEqual([])
    expect(await shapeFindings(page, 'de')).toEqual([])

    await page.getByRole('link', { name: 'Probe' }).first().click()
    await page.waitForURL('**/zustellungen/*')
    await page.getByRole('button', { name: 'Noch einmal senden' }).click()
    await page.getByText('Wird noch einmal gesendet').waitFor()
    for (let tries = 0; tries < 60 && (await page.locator('tbody tr', { hasText: '410' }).count()) < 2; tries += 1) {
      await page.waitForTimeout(250)
      if (!script) await page.reload()
    }
    expect(await page.locator('tbody tr', { hasText: '410' }).count()).toBe(2)

    await page.goto(`${url}/verwaltung/webhooks`)
    await page.getByRole('link', { name }).click()
    await page.waitForURL(/webhooks\/[0-9a-f-]{36}/)
    await page.locator('summary', { hasText: 'Webhook entfernen' }).click()
    await page.getByRole('button', { name: `„${name}“ entfernen` }).click()
    await page.getByText(`„${name}“ ist entfernt`).waitFor()
    await page.context().close()
  })
})
