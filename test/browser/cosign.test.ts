import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
const plain: BrowserContextOptions = { ...phone, javaScriptEnabled: false }

async function visitor(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(60_000)
  return page
}

async function signedIn(name: string, options: BrowserContextOptions): Promise<Page> {
  const page = await visitor(options)
  await page.goto(`${url}/anmelden`)
  await page.locator('article', { hasText: name }).getByRole('button').first().click()
  await page.waitForURL((address) => !address.pathname.endsWith('/anmelden'))
  return page
}

const onward = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click()
const at = (page: Page, key: string) => page.waitForURL(new RegExp(`/seite/${key}$`))
const question = (page: Page, words: string, answer: string) => page.getByRole('group', { name: words }).getByLabel(answer).check()

async function findings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return [...(await axeFindings(page)), ...(await shapeFindings(page, 'de'))]
}

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** Fills in everything for a daycare place that both parents have to apply for; ends at the page to check it. */
async function fillIn(page: Page, email: string, scripts: boolean) {
  await page.goto(`${url}/dienste/kita-platz/antrag`)
  await page.getByRole('button', { name: 'Antrag beginnen' }).click()
  await at(page, 'parents')
  await page.getByLabel('Straße', { exact: true }).fill('Lindenweg')
  await page.getByLabel('Hausnummer').fill('4')
  await page.getByLabel('Postleitzahl').fill('14990')
  await page.getByLabel('Ort', { exact: true }).fill('Lindenfurt')
  await question(page, 'Erziehen Sie allein?', 'Nein')
  if (!scripts) await onward(page)
  await question(page, 'gemeinsam das Sorgerecht', 'Ja')
  if (!scripts) await onward(page)
  const other = page.locator('fieldset.parts', { hasText: 'Anderer Elternteil' })
  await other.getByLabel('Vorname').fill('Karim')
  await other.getByLabel('Nachname').fill('Haddad')
  await other.getByLabel('E-Mail').fill(email)
  await onward(page)
  await at(page, 'children')
  await page.getByLabel('Vorname').fill('Lina')
  await page.getByLabel('Nachname').fill('Haddad')
  await page.getByLabel('Geburtsdatum').fill('3.5.2024')
  await page.getByLabel('Platz gebraucht ab').fill(inAMonth())
  await page.getByLabel('bis 6 Stunden').check()
  await page.getByLabel('Waldgruppe').check()
  await question(page, 'Geschwisterkind', 'Nein')
  await page.getByLabel('Was sollen wir über das Kind wissen?').fill('Verträgt keine Nüsse')
  await onward(page)
  await at(page, 'work')
  await page.getByLabel('Ich suche Arbeit').check()
  await onward(page)
  await at(page, 'truth')
  await page.getByLabel('Masernschutz').check()
  await page.getByLabel('Meine Angaben sind richtig').check()
  await onward(page)
  await page.waitForURL(/\/pruefen$/)
}

const linkIn = async (email: string, words: string) =>
  (await demoMail(url, email, words)).links.find((link) => link.includes('/mitzeichnen/'))!
const code = async (page: Page) => ((await page.locator('.receipt__code').textContent()) ?? '').trim()

async function openLink(page: Page, link: string, typed: string) {
  await page.goto(`${url}${link}`)
  await page.getByLabel('Code', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Antrag ansehen' }).click()
}

/** Mails to another address each time, so that a second try finds its own. */
const fresh = (name: string) => `${name}.${Date.now().toString(36)}@post.example`

describe('a second applicant signs by link', () => {
  it('on a phone: what she signs is shown with the code alone, and with her name the application is sent', async () => {
    const writer = await signedIn('Amira Haddad', phone)
    const email = fresh('karim')
    await fillIn(writer, email, true)
    await writer.getByText('Eine zweite Person muss mit unterschreiben').waitFor()
    expect(await findings(writer)).toEqual([])
    await writer.getByRole('button', { name: 'Zum Unterschreiben schicken' }).click()
    await writer.waitForURL(/\/unterschriften$/)
    expect(await findings(writer)).toEqual([])
    const told = await code(writer)
    await writer.goto(`${url}/antraege`)
    await writer.getByText('Wartet auf Unterschrift von Karim Haddad').first().waitFor()

    const second = await visitor(phone)
    await second.goto(`${url}${await linkIn(email, 'bittet um Ihre Unterschrift')}`)
    await second.getByRole('heading', { name: 'Amira Haddad bittet um Ihre Unterschrift' }).waitFor()
    expect(await second.content()).not.toContain('Nüsse')
    expect(await findings(second)).toEqual([])
    await second.getByLabel('Code', { exact: true }).fill('ACDE-FGHJ')
    await second.getByRole('button', { name: 'Antrag ansehen' }).click()
    await second.getByText('Der Code stimmt nicht').first().waitFor()
    await second.getByLabel('Code', { exact: true }).fill(told.toLowerCase())
    await second.getByRole('button', { name: 'Antrag ansehen' }).click()
    await second.getByText('Verträgt keine Nüsse').waitFor()
    expect(await findings(second)).toEqual([])
    await second.getByRole('button', { name: 'Unterschreiben und senden' }).click()
    await second.getByText('Bitte bestätigen Sie die Erklärung').first().waitFor()
    await second.getByLabel('Ich habe das Sorgerecht mit').check()
    await second.getByLabel('Ihr Vor- und Nachname').fill('Karim Haddad')
    await second.getByRole('button', { name: 'Unterschreiben und senden' }).click()
    await second.getByRole('heading', { name: 'Der Antrag ist gesendet' }).waitFor()
    const number = ((await second.locator('.receipt__number').textContent()) ?? '').trim()
    expect(number).toMatch(/^A-/)
    expect(await findings(second)).toEqual([])
    const [pdf] = await Promise.all([second.waitForEvent('download'), second.getByRole('link', { name: /Eingangsbestätigung/ }).click()])
    expect(pdf.suggestedFilename()).toBe(`${number}.pdf`)
    expect((await demoMail(url, email, 'Gesendet')).text).toContain(number)

    await writer.goto(`${url}/mein/mitteilungen`)
    await writer.getByText(number).first().waitFor()
    await writer.goto(`${url}/status/${number}`)
    await writer.getByRole('heading', { name: 'Unterschriften' }).waitFor()
    await writer.getByText('Von einer zweiten Person unterschrieben').waitFor()
    expect(await findings(writer)).toEqual([])
  })

  it('without scripts: declined, asked again at another address, taken back, signed', async () => {
    const writer = await signedIn('Amira Haddad', plain)
    const email = fresh('karim')
    await fillIn(writer, email, false)
    await writer.getByRole('button', { name: 'Zum Unterschreiben schicken' }).click()
    const waiting = writer.url()
    const first = await linkIn(email, 'bittet um Ihre Unterschrift')
    const second = await visitor(plain)
    await openLink(second, first, await code(writer))
    await second.getByText('Ich unterschreibe nicht').click()
    await second.getByLabel('Warum nicht?').fill('Wir wollten erst die andere Kita fragen.')
    await second.getByRole('button', { name: 'Unterschrift ablehnen' }).click()
    await second.getByRole('heading', { name: 'Sie haben nicht unterschrieben' }).waitFor()

    await writer.goto(waiting)
    await writer.getByText('Wir wollten erst die andere Kita fragen.').waitFor()
    const another = fresh('karim.neu')
    await writer.getByLabel('E-Mail-Adresse von Karim Haddad').fill('keine-adresse')
    await writer.getByRole('button', { name: 'Link senden' }).click()
    await writer.locator('.error-summary').waitFor()
    await writer.getByLabel('E-Mail-Adresse von Karim Haddad').fill(another)
    await writer.getByRole('button', { name: 'Link senden' }).click()
    await writer.getByText(`unterwegs an ${another}`).waitFor()
    await second.goto(`${url}${first}`)
    await second.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()

    await writer.getByText('Zurücknehmen und Angaben ändern').click()
    await writer.getByRole('button', { name: 'Zurücknehmen', exact: true }).click()
    await writer.waitForURL(/\/pruefen$/)
    await second.goto(`${url}${await linkIn(another, 'bittet um Ihre Unterschrift')}`)
    await second.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()

    const last = fresh('karim.zuletzt')
    await writer.getByRole('region', { name: 'Eltern' }).getByRole('link').click()
    await writer.locator('fieldset.parts', { hasText: 'Anderer Elternteil' }).getByLabel('E-Mail').fill(last)
    await writer.getByRole('button', { name: 'Übernehmen', exact: true }).last().click()
    await writer.waitForURL(/\/pruefen$/)
    await writer.getByRole('button', { name: 'Zum Unterschreiben schicken' }).click()
    await openLink(second, await linkIn(last, 'bittet um Ihre Unterschrift'), await code(writer))
    await second.getByLabel('Ich habe das Sorgerecht mit').check()
    await second.getByLabel('Ihr Vor- und Nachname').fill('Karim Haddad')
    await second.getByRole('button', { name: 'Unterschreiben und senden' }).click()
    await second.getByRole('heading', { name: 'Der Antrag ist gesendet' }).waitFor()
    await writer.goto(waiting)
    await writer.waitForURL(/\/status\/A-/)
  })
})
