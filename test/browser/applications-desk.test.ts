import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Somebody of the demo's town hall, signed in by the button with her name. */
async function signedIn(who: string, script: boolean, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

const open = async (page: Page, number: string) => {
  await page.goto(`${url}/amt/antraege/${number}`)
}

/** The event that waits for opinions in the demo; opened by its words, as nobody knows its number. */
async function numberOf(page: Page, words: string): Promise<string> {
  await page.goto(`${url}/amt/antraege?ansicht=all&q=${encodeURIComponent(words)}`)
  const link = page.locator('tbody a.desk-subject').first()
  return /A-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
}

describe.each([true, false])('with script: %s', (script) => {
  it('a text block stands in the form, and the form where one looks', async () => {
    const clerk = await signedIn('Torsten Ruhland', script, 390)
    await open(clerk, await numberOf(clerk, 'Hoffest der Kleingärten'))
    await clerk.locator('#nachricht > summary').click()
    const form = clerk.locator('form#message')
    await form.locator('summary').click()
    await form.locator('select[name=baustein]').selectOption({ label: 'Danke für die Meldung' })
    await form.getByRole('button', { name: 'Einfügen' }).click()
    const again = clerk.locator('#again')
    await again.waitFor()
    expect(await again.locator('textarea').inputValue()).toContain('Vielen Dank für Ihre Meldung')
    await expect.poll(() => again.evaluate((form) => form.getBoundingClientRect().top < window.innerHeight)).toBe(true)
    await expect.poll(() => again.evaluate((form) => form.getBoundingClientRect().bottom > 0)).toBe(true)
    await clerk.context().close()
  })
})

describe.each([
  { script: true, words: 'Nachbarschaftsfest im Gartenweg', width: 1280 },
  { script: false, words: 'Hoffest der Kleingärten', width: 390 },
])('an event on public ground, with script: $script', ({ script, words, width }) => {
  it('is approved by a second person, its notice written, signed and handed over, and the case closed', async () => {
    const clerk = await signedIn('Torsten Ruhland', script, width)
    const number = await numberOf(clerk, words)
    expect(number, words).not.toBe('')
    await open(clerk, number)
    expect(await clerk.locator('#schritte').getByRole('button', { name: 'Entscheidung freigeben' }).count()).toBe(0)
    await clerk.getByText('andere Person als bei „Entscheidung entwerfen“').first().waitFor()

    const lead = await signedIn('Rüdiger Stamm', script, width)
    await lead.goto(`${url}/amt/antraege?ansicht=approval`)
    expect(await lead.locator(`tbody a[href*="${number}"]`).count()).toBe(1)
    await open(lead, number)
    await lead.locator('#schritte').getByRole('button', { name: 'Entscheidung freigeben' }).click()
    await lead.getByText('Entschieden').first().waitFor()

    await open(clerk, number)
    await clerk
      .locator('#schritte')
      .getByRole('link', { name: /Bescheid bekannt geben/ })
      .click()
    await clerk.waitForURL(`**/${number}/briefe/neu?vorlage=decision`)
    expect(await clerk.getByLabel('Name', { exact: true }).inputValue()).toBe('Renate Kühlewind')
    await clerk.getByRole('button', { name: 'Entwurf speichern' }).click()
    await clerk.getByText('Entwurf gespeichert').first().waitFor()
    const preview = await clerk
      .locator('#briefe')
      .getByRole('link', { name: /Vorschau/ })
      .getAttribute('href')
    const document = await clerk.context().request.get(new URL(preview ?? '', url).href)
    expect(document.headers()['content-type']).toBe('application/pdf')

    await clerk
      .locator('#briefe')
      .getByRole('button', { name: /^Unterschreiben/ })
      .click()
    await clerk.locator('#briefe').getByText('unterschrieben von Torsten Ruhland').waitFor()
    await clerk
      .locator('#briefe')
      .getByRole('button', { name: /^Online übergeben/ })
      .click()
    await clerk
      .locator('#briefe')
      .getByText(/gilt als bekannt am/)
      .waitFor()
    await clerk.locator('#schritte').getByRole('button', { name: 'Abschließen' }).click()
    await clerk.getByText('Abgeschlossen').first().waitFor()
    await Promise.all([clerk, lead].map((page) => page.context().close()))
  })
})

describe.each([true, false])('with script: %s', (script) => {
  it('a department that is asked finds it in its list and says what it thinks; nothing is lost when something is missing', async () => {
    const parks = await signedIn('Björn Steinfatt', script)
    const tab = `${url}/amt/antraege?ansicht=opinion`
    await parks.goto(tab)
    const link = parks.locator('tbody a.desk-subject').first()
    await link.click()
    await parks.waitForURL('**/amt/antraege/A-*')
    const form = parks.locator('form[id^="opinion-"]').first()
    await form.locator('textarea').fill('Der Baum am Brunnen bekommt einen Schutz.')
    await form.getByRole('button', { name: 'Stellungnahme abgeben' }).click()
    const again = parks.locator('#again')
    await again.waitFor()
    expect(await again.locator('textarea').inputValue()).toContain('Baum am Brunnen')
    await again.getByLabel('Zustimmung mit Auflagen').check()
    await again.getByRole('button', { name: 'Stellungnahme abgeben' }).click()
    await parks.getByText('Der Baum am Brunnen bekommt einen Schutz.').first().waitFor()
    await parks.context().close()
  })
})
