import type { Browser, BrowserContextOptions, Page } from 'playwright'

/** A phone as citizens have it. */
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'de-DE' }

export async function visitorOf(browser: Browser, options: BrowserContextOptions = phone): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(60_000)
  return page
}

/** Somebody of the demo, signed in by the button with her name. */
export async function signedInAs(browser: Browser, url: string, name: string, options = phone): Promise<Page> {
  const page = await visitorOf(browser, options)
  await page.goto(`${url}/anmelden`)
  await page.locator('article', { hasText: name }).getByRole('button').first().click()
  await page.waitForURL((address) => !address.pathname.endsWith('/anmelden'))
  return page
}

type Filled = { text?: string; outcome?: string; reason?: string }

/** What somebody of the town hall does with a case at the desk, by its number. */
export async function officeOf(browser: Browser, url: string, name: string) {
  const page = await signedInAs(browser, url, name, desk)
  const open = (number: string) => page.goto(`${url}/amt/antraege/${number}`)
  const steps = page.locator('#schritte')
  const settled = (words: string) => page.locator('.desk-marks--large').getByText(words, { exact: true }).first().waitFor()

  /** A step without more, or one that opens its form and is filled in; `to` is the state that it leads to. */
  async function take(number: string, step: string, to: string, filled?: Filled): Promise<void> {
    await open(number)
    if (!filled) await steps.getByRole('button', { name: step, exact: true }).click()
    else {
      const folded = steps.locator('details', { has: page.getByText(step, { exact: true }) }).first()
      await folded.locator('summary').first().click()
      if (filled.outcome) await folded.getByLabel(filled.outcome, { exact: true }).check()
      if (filled.reason) await folded.getByLabel('Grund').selectOption({ label: filled.reason })
      if (filled.text) await folded.locator('textarea').first().fill(filled.text)
      await folded.getByRole('button', { name: step, exact: true }).click()
    }
    await settled(to)
  }

  async function opinion(number: string, words: string): Promise<void> {
    await open(number)
    const form = page.locator('form[id^="opinion-"]').first()
    await form.getByLabel('Zustimmung', { exact: true }).check()
    await form.locator('textarea').fill(words)
    await form.getByRole('button', { name: 'Stellungnahme abgeben' }).click()
    await page.getByText(words).first().waitFor()
  }

  /** Writes the letter that a step leads to, signs it and puts it into the account. */
  async function letter(number: string, step: string, more: Record<string, string> = {}): Promise<void> {
    await open(number)
    await steps.getByRole('link', { name: new RegExp(step) }).click()
    await page.waitForURL(/\/briefe\/neu\?vorlage=/)
    for (const [label, words] of Object.entries(more)) await page.getByLabel(new RegExp(label)).fill(words)
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    const letters = page.locator('#briefe')
    await letters.getByRole('button', { name: /^Unterschreiben/ }).click()
    await letters.getByRole('button', { name: /^Online übergeben/ }).click()
    await letters.getByText(/gilt als bekannt am/).waitFor()
  }

  return { page, open, take, opinion, letter, leave: () => page.context().close() }
}

/** The document behind the first letter of a case, as its applicant opens it. */
export async function letterOf(page: Page, url: string, number: string): Promise<{ type: string | undefined; begins: string }> {
  await page.goto(`${url}/status/${number}/briefe`)
  const href = await page.getByRole('link', { name: 'Brief öffnen (PDF)' }).first().getAttribute('href')
  const document = await page.context().request.get(new URL(href ?? '', url).href)
  return { type: document.headers()['content-type'], begins: (await document.body()).subarray(0, 5).toString() }
}
