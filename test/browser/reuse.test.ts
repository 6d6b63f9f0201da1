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

async function signedIn(name: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE', javaScriptEnabled })
  ).newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${url}/anmelden`)
  await page.locator('article', { hasText: name }).getByRole('button').first().click()
  await page.waitForURL((address) => !address.pathname.endsWith('/anmelden'))
  return page
}

const findings = async (page: Page) => {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return [...(await axeFindings(page)), ...(await shapeFindings(page, 'de'))]
}

describe('nothing is typed twice', () => {
  it.each([true, false])('an address of an earlier application is offered and taken by a button (scripts: %s)', async (scripts) => {
    const page = await signedIn('Amira Haddad', scripts)
    await page.goto(`${url}/dienste/kita-platz/antrag`)
    await page.getByRole('button', { name: 'Antrag beginnen' }).click()
    await page.waitForURL(/\/seite\/parents$/)
    // Shown, not filled in.
    await page
      .getByText(/Aus Ihrem Antrag „.+“ vom .+ übernehmen\?/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Straße', { exact: true }).inputValue()).toBe('')
    if (scripts) expect(await findings(page)).toEqual([])
    // What is typed beside it stays.
    await page.getByLabel('Telefon').fill('030 23125 999')
    await page.getByRole('button', { name: /^Eintragen.*Adresse/ }).click()
    await expect.poll(() => page.getByLabel('Straße', { exact: true }).inputValue()).toBe('Lindenweg')
    expect(await page.getByLabel('Telefon').inputValue()).toContain('23125')
    expect(await page.getByRole('button', { name: /^Eintragen.*Adresse/ }).count()).toBe(0)
    await page.goto(`${url}/antraege/uebernommen`)
    await page.getByText('Adresse').first().waitFor()
    expect(await page.content()).not.toContain('Lindenweg')
    if (scripts) expect(await findings(page)).toEqual([])
  })
})
