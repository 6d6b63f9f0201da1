import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { statementFile } from '../../src/services/payments/testing/statement-file.ts'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'
import { letterOf, officeOf } from './office.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }

async function visitor(options: BrowserContextOptions = phone): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(60_000)
  return page
}

async function signedIn(name: string, options: BrowserContextOptions = phone): Promise<Page> {
  const page = await visitor(options)
  await page.goto(`${url}/anmelden`)
  await page.locator('article', { hasText: name }).getByRole('button').first().click()
  await page.waitForURL((address) => !address.pathname.endsWith('/anmelden'))
  return page
}

const onward = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click()
const at = (page: Page, key: string) => page.waitForURL(new RegExp(`/seite/${key}$`))

async function findings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return [...(await axeFindings(page)), ...(await shapeFindings(page, 'de'))]
}

/** The path of a link in the newest mail to an address. */
const linkTo = async (email: string, words: string, begin: string): Promise<string> =>
  (await demoMail(url, email, words)).links.find((path) => path.startsWith(begin)) ?? ''

async function address(page: Page) {
  await page.getByLabel('Straße', { exact: true }).fill('Lindenweg')
  await page.getByLabel('Hausnummer').fill('4')
  await page.getByLabel('Postleitzahl').fill('62411')
}

describe('somebody registers a dog on a phone', () => {
  it('from the page of the service to the notice: sent, paid, decided by two, opened', async () => {
    const page = await signedIn('Amira Haddad')
    await page.goto(`${url}/dienste/hund-anmelden`)
    const complaints = complaintsOf(page)
    await page.getByRole('link', { name: 'Online beantragen' }).click()
    await page.getByRole('button', { name: 'Antrag beginnen' }).click()
    await at(page, 'owner')
    expect(await page.getByLabel('Vorname').isVisible()).toBe(false)
    await page.getByLabel('Ja', { exact: true }).check()
    // Shown by the browser itself, with what the account knows.
    await page.getByLabel('Vorname').waitFor()
    expect(await page.getByLabel('Nachname').inputValue()).toBe('Haddad')
    await page.getByLabel('Geburtsdatum').fill('3.5.1990')
    await address(page)
    await page.getByText('Als Entwurf gespeichert').waitFor()
    expect(await findings(page)).toEqual([])
    await onward(page)

    await at(page, 'dogs')
    await onward(page)
    await page.locator('.error-summary').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Rufname').fill('Bello')
    await page.getByLabel('Rasse').fill('Mischling')
    await page.getByLabel('Geboren am').fill('2025-02-01')
    await page.getByLabel('Bei Ihnen seit').fill('2026-03-01')
    await page.getByRole('group', { name: 'als gefährlich' }).getByLabel('Nein').check()
    await page.getByRole('group', { name: 'von der Steuer befreit' }).getByLabel('Nein').check()
    await page.getByRole('group', { name: 'schon Hunde' }).getByLabel('Nein').check()
    await onward(page)

    await at(page, 'proof')
    await page.locator('.upload__buttons').waitFor()
    const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7d7a70' } })
      .jpeg()
      .toBuffer()
    await page.locator('input[type=file]:not([capture])').setInputFiles({ name: 'police.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByText('Hochgeladen', { exact: true }).waitFor()
    await onward(page)

    await at(page, 'pay')
    expect((await page.locator('.told__value').allTextContents()).join(' ')).toMatch(/^5,00\s€ 96,00\s€$/)
    await page.getByRole('group', { name: 'abbuchen' }).getByLabel('Nein').check()
    await onward(page)
    await at(page, 'truth')
    await page.getByLabel('Meine Angaben sind richtig').check()
    await onward(page)

    await page.waitForURL(/\/pruefen$/)
    expect(await page.locator('.answers').textContent()).toMatch(/Bello[\s\S]*police\.(jpg|webp)[\s\S]*96,00/)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Jetzt absenden' }).click()
    await page.waitForURL(/\/antraege\/gesendet\/A-/)
    expect(await page.locator('.receipt__number').textContent()).toMatch(/^A-/)
    const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Eingangsbestätigung/ }).click()])
    expect(pdf.suggestedFilename()).toMatch(/^A-.*\.pdf$/)
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Zum Stand' }).click()
    await page.getByText('Das Amt sieht ihn durch').waitFor()
    const number = /A-[0-9A-Z-]{9}/.exec(page.url())?.[0] ?? ''
    await page.goto(`${url}/mein`)
    await page.locator('article', { hasText: number }).getByRole('link', { name: 'Hund anmelden' }).click()
    await page.getByText('Das Amt sieht ihn durch').waitFor()

    await page.getByRole('link', { name: /^5,00\s€ zu bezahlen/ }).click()
    await page.waitForURL(/\/zahlung$/)
    const reference = (await page.locator('strong', { hasText: /^RF/ }).textContent()) ?? ''
    expect(await findings(page)).toEqual([])
    const lead = await officeOf(browser, url, 'Sabine Harbort')
    await lead.page.goto(`${url}/amt/zahlungen/auszug`)
    const statement = Buffer.from(statementFile([{ cents: 500, words: reference, payer: 'Amira Haddad' }]))
    await lead.page.locator('input[type=file]').setInputFiles({ name: 'auszug.xml', mimeType: 'application/xml', buffer: statement })
    await lead.page.getByRole('button', { name: 'Einlesen' }).click()
    await lead.page.getByText('1 neue Buchungen, 1 davon zugeordnet.').waitFor()
    await page.reload()
    await page.getByText('bezahlt', { exact: true }).waitFor()

    const clerk = await officeOf(browser, url, 'Farid Nazari')
    await clerk.take(number, 'Annehmen', 'Angenommen')
    await clerk.take(number, 'Prüfung beginnen', 'In Prüfung')
    await clerk.take(number, 'Entscheidung entwerfen', 'Wartet auf Freigabe', {
      outcome: 'Bewilligt',
      text: 'Die Hundesteuer beträgt 96 Euro im Jahr.',
    })
    await lead.take(number, 'Entscheidung freigeben', 'Entschieden')
    await clerk.letter(number, 'Bescheid bekannt geben')
    await clerk.take(number, 'Abschließen', 'Abgeschlossen')
    await page.goto(`${url}/status/${number}`)
    expect(await findings(page)).toEqual([])
    expect(await letterOf(page, url, number)).toEqual({ type: 'application/pdf', begins: '%PDF-' })
    for (const one of [clerk, lead]) await one.leave()
    // The page with mistakes comes with a status that says so.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
  })
})

describe('a daycare place', () => {
  it('is begun for three children and gone on with on another device', async () => {
    const page = await signedIn('Amira Haddad', { viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
    await page.goto(`${url}/dienste/kita-platz/antrag`)
    await page.getByRole('button', { name: 'Antrag beginnen' }).click()
    await at(page, 'parents')
    await address(page)
    await page.getByLabel('Ort', { exact: true }).fill('Lindenfurt')
    await page.getByRole('group', { name: 'Erziehen Sie allein?' }).getByLabel('Ja').check()
    await onward(page)
    await at(page, 'children')
    for (const [n, name] of ['Mia', 'Ben', 'Ida'].entries()) {
      if (n > 0) {
        await page.getByRole('button', { name: `Kind ${n + 1} hinzufügen` }).click()
        await page.locator('fieldset.entry').nth(n).waitFor()
      }
      await page.locator('fieldset.entry').nth(n).getByLabel('Vorname').fill(name)
    }
    await page.getByRole('button', { name: 'Später weitermachen' }).click()
    await page.waitForURL(/\/spaeter$/)
    const code = (await page.locator('.receipt__code').textContent()) ?? ''
    await page.goto(`${url}/mein`)
    await page.getByRole('list', { name: 'Entwürfe, noch nicht gesendet' }).getByRole('link').first().waitFor()

    const device = await visitor()
    await device.goto(`${url}/antraege/fortsetzen`)
    await device.getByLabel('Code zum Fortsetzen').fill(code.toLowerCase())
    await device.getByRole('button', { name: 'Fortsetzen' }).click()
    await at(device, 'children')
    expect(await device.getByLabel('Vorname').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
      'Mia',
      'Ben',
      'Ida',
    ])
    expect(await findings(device)).toEqual([])

    // All about the three on the telephone, and sent from the first device.
    for (const n of [0, 1, 2]) {
      const child = device.locator('fieldset.entry').nth(n)
      await child.getByLabel('Nachname').fill('Haddad')
      await child.getByLabel('Geburtsdatum').fill(`3.5.202${3 + n - 1}`)
      await child.getByLabel('Platz gebraucht ab').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
      await child.getByLabel('bis 6 Stunden').check()
      await child.getByLabel('Waldgruppe').check()
      await child.getByRole('group', { name: 'Geschwisterkind' }).getByLabel('Nein').check()
    }
    await onward(device)
    await at(device, 'work')
    await device.getByLabel('Ich suche Arbeit').check()
    await onward(device)
    await at(device, 'truth')
    await page.goto(`${url}/mein`)
    await page.getByRole('list', { name: 'Entwürfe, noch nicht gesendet' }).getByRole('link').first().click()
    await at(page, 'truth')
    await page.getByLabel('Masernschutz').check()
    await page.getByLabel('Meine Angaben sind richtig').check()
    await onward(page)
    await page.waitForURL(/\/pruefen$/)
    const answers = (await page.locator('.answers').allTextContents()).join(' ')
    expect(['Mia', 'Ben', 'Ida'].filter((name) => answers.includes(name))).toEqual(['Mia', 'Ben', 'Ida'])
    await page.getByRole('button', { name: 'Jetzt absenden' }).click()
    await page.waitForURL(/\/antraege\/gesendet\/A-/)
    const number = page.url().split('/').at(-1) ?? ''
    // What was sent is no draft any more, on neither device.
    await device.reload()
    expect(await device.getByLabel('Masernschutz').count()).toBe(0)
    await page.goto(`${url}/status/${number}`)
    await page.getByText('Ida').first().waitFor()
    expect(await findings(page)).toEqual([])
  })
})

describe('an inquiry', () => {
  it('is sent without scripts and without account, followed by mail, answered, asked again, answered again, and closed with thanks', async () => {
    const page = await visitor({ ...phone, javaScriptEnabled: false })
    await page.goto(`${url}/dienste/anfrage-oder-beschwerde/antrag`)
    await page.getByRole('button', { name: 'Ohne Konto beginnen' }).click()
    await page.getByLabel('Eine Frage').check()
    await page.getByLabel('Ihr Anliegen in Ihren Worten').fill('Wann öffnet das Freibad in diesem Jahr?')
    await onward(page)
    await at(page, 'reply')
    await page.getByLabel('Auch mit einem Brief').check()
    await onward(page)
    await page.getByText('Dazu haben wir noch Fragen').waitFor()
    await page.getByLabel('Vorname').fill('Ada')
    await page.getByLabel('Nachname').fill('Muster')
    await address(page)
    await page.getByLabel('Ort', { exact: true }).fill('Lindenfurt')
    const email = `ada.${Date.now().toString(36)}@post.example`
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await onward(page)
    await page.waitForURL(/\/pruefen$/)
    const wish = page.getByLabel('Ich möchte Nachrichten zum Stand per E-Mail bekommen')
    expect(await wish.isChecked()).toBe(false)
    expect(await page.getByLabel('E-Mail-Adresse für Nachrichten').inputValue()).toBe(email)
    await wish.check()
    expect(await shapeFindings(page, 'de')).toEqual([])
    await page.getByRole('button', { name: 'Jetzt absenden' }).click()
    await page.waitForURL(/\/antraege\/gesendet\/A-/)
    expect(await page.locator('.receipt__code').textContent()).toMatch(/[0-9A-Z]/)
    await page.getByText('Bitte bestätigen Sie Ihre E-Mail-Adresse').waitFor()
    const number = /A-[0-9A-Z-]{9}/.exec(page.url())?.[0] ?? ''
    await page.goto(url + (await linkTo(email, 'bestätigen', '/antraege/bestaetigen/')))
    await page.getByRole('button', { name: 'Ja, das ist meine Adresse' }).click()
    await page.getByText('Danke, Ihre Adresse ist bestätigt').waitFor()
    expect(await shapeFindings(page, 'de')).toEqual([])

    const office = await officeOf(browser, url, 'Petra Uhlenbrock')
    await office.take(number, 'Annehmen', 'In Bearbeitung')
    await office.take(number, 'Rückfrage stellen', 'Wartet auf Antwort', { text: 'Welches Freibad meinen Sie?' })
    const { text } = await demoMail(url, email, 'Anfrage oder Beschwerde')
    expect(text).toMatch(/haben wir eine Frage[\s\S]*Bitte antworten Sie bis zum/)
    expect(text).not.toContain('Freibad')
    // Another device, to which only the mail came.
    await page.context().clearCookies()
    await page.goto(url + (await linkTo(email, 'Anfrage oder Beschwerde', '/s/')))
    await page.waitForURL(/\/status\/A-/)
    await page.locator('#frage').getByLabel('Ihre Antwort').fill('Das am Fluss.')
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    await page.getByText('Ihre Antwort ist angekommen.').waitFor()
    await office.take(number, 'Beantworten', 'Beantwortet', { text: 'Am 15. Mai.' })
    await page.goto(`${url}/status/${number}`)
    const answer = page.locator('#antwort')
    await answer.getByText('Am 15. Mai.').waitFor()
    await answer.locator('summary').click()
    await answer.getByLabel('Das beantwortet meine Frage nicht').fill('Und um wie viel Uhr?')
    await answer.getByRole('button', { name: 'Noch einmal fragen' }).click()
    await page.getByText('Ihre Nachfrage ist da').waitFor()
    await office.open(number)
    await office.page.locator('#verlauf').getByText('Und um wie viel Uhr?').waitFor()
    await office.take(number, 'Beantworten', 'Beantwortet', { text: 'Um neun.' })
    await page.goto(`${url}/status/${number}`)
    await answer.getByText('Um neun.').waitFor()
    await answer.getByRole('button', { name: 'Danke, das beantwortet meine Frage' }).click()
    await page.getByText('Die Anfrage ist abgeschlossen').waitFor()
    await page.locator('#nachrichten summary').click()
    await page.getByRole('button', { name: 'Keine E-Mails mehr' }).click()
    await page.getByText('Sie bekommen keine E-Mails mehr').waitFor()
    expect(await page.locator('#nachrichten').textContent()).not.toContain(email)
    await office.leave()
  })
})
