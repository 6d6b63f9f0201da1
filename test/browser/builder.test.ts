import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { letterOf, officeOf, signedInAs } from './office.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function signedIn(name: RegExp, script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** Waits until what was sent is answered: who leaves before loses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name }).first().click()
  await answered
  await page.locator('html:not([aria-busy])').waitFor()
}

it('somebody makes a service with form, workflow and letter by pages alone, a second person reviews and publishes', async () => {
  const stamp = Date.now().toString(36)
  const name = `Maibaum ${stamp}`
  const page = await signedIn(/Samira Belhadi/)
  await page.goto(`${url}/verwaltung/dienste/neu`)
  await page.getByLabel('Name (Deutsch)').fill(name)
  await page.getByLabel('Kurz gesagt (Deutsch)').fill('Ein Fest im Hof melden Sie hier an.')
  await page.getByLabel('Zuständige Stelle').selectOption({ label: 'Ordnungsamt' })
  await press(page, 'Entwurf speichern')
  await page.waitForURL(/\/verwaltung\/dienste\/[0-9a-f-]{36}$/)
  const service = page.url()

  // The form: a page, two fields, a condition, a fee.
  await page.getByRole('link', { name: 'Formular', exact: true }).click()
  await press(page, 'Formular anlegen')
  await page.getByLabel('Titel der Seite (Deutsch)').fill('Ihr Fest')
  await page.getByLabel('Titel der Seite (Englisch)').fill('Your party')
  await press(page, 'Seite anfügen')
  const add = async (kind: string, de: string, en: string) => {
    await page.goto(`${service}/formular`)
    await page.getByText('Feld hinzufügen zu „Ihr Fest“').click()
    await page.getByLabel('Feldart').selectOption({ label: kind })
    await page.getByLabel('Beschriftung (Deutsch)').fill(de)
    await page.getByLabel('Beschriftung (Englisch)').fill(en)
    await press(page, 'Feld anfügen')
    await page.waitForURL(/\/felder\/[a-zA-Z0-9]+$/)
  }
  await add('Auswahl (eines)', 'Musik', 'Music')
  await page.getByLabel('Auswahl', { exact: true }).fill('Leise | Quiet\nLaut | Loud')
  await page.getByLabel('Art der Angabe').selectOption({ label: 'nicht personenbezogen' })
  await press(page, 'Speichern')
  await add('Ja oder Nein', 'Spielt eine Band?', 'Is there a band?')
  await page.getByText('Zu sehen nur, wenn …').click()
  const row = page.locator('.builder-condition', { hasText: 'Zu sehen nur, wenn …' })
  await row.getByLabel('Zeile 1: Feld').selectOption({ label: 'Musik' })
  await row.getByLabel('Zeile 1: Wert').fill('Laut')
  await page.getByLabel('Art der Angabe').selectOption({ label: 'nicht personenbezogen' })
  await press(page, 'Speichern')
  await page.getByText('Nur wenn „Musik“ ist „Laut“').waitFor()
  await add('Berechneter Wert, Gebühr', 'Gebühr', 'Fee')
  await page.getByLabel('Berechnung').selectOption({ label: 'fester Betrag' })
  await page.getByLabel('Betrag', { exact: false }).first().fill('25,00')
  await page.getByLabel('Das ist die Gebühr').check()
  await press(page, 'Speichern')
  // English is missing in the title: shown with a link to where it is mended.
  await page.getByText('das Formular von der Veröffentlichung ab').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.goto(`${service}/formular/einstellungen`)
  await page.getByLabel('Titel des Formulars (Englisch)').fill('Party in the yard')
  await press(page, 'Speichern')
  await page.getByText('Das Formular ist in Ordnung').waitFor()

  // Dragged with the mouse, and taken back.
  await page.goto(`${service}/formular`)
  const items = page.locator('.builder-item__name')
  await page.locator('[data-key="gebuehr"][draggable="true"]').waitFor()
  await page.locator('[data-key="gebuehr"]').dragTo(page.locator('[data-key="musik"]'), { targetPosition: { x: 20, y: 2 } })
  await page.getByText('Verschoben.').waitFor()
  expect((await items.allTextContents()).map((text) => text.trim())[0]).toBe('Gebühr')
  await press(page, 'Letzte Änderung zurücknehmen')
  await page.getByText('Die letzte Änderung ist zurückgenommen').waitFor()
  expect((await items.allTextContents()).map((text) => text.trim())[0]).toBe('Musik')

  // Handed in: whoever may review it is told, and it stands there as waiting.
  await page.goto(`${service}/formular/pruefung`)
  await press(page, 'Zur Prüfung abgeben')
  await page.getByText('Wartet auf die Prüfung durch eine zweite Person').waitFor()
  expect(await axeFindings(page)).toEqual([])

  // Tried as on a telephone.
  await page.goto(`${service}/formular`)
  await page.getByRole('link', { name: 'Probelauf' }).click()
  await page.getByLabel('Laut').check()
  await page.getByRole('button', { name: 'Ausprobieren' }).click()
  await page.getByText('Spielt eine Band?').waitFor()
  await page.getByLabel('ja', { exact: true }).check()
  await page.getByRole('button', { name: 'Ausprobieren' }).click()
  await page.getByText('So würde der Antrag angenommen.').waitFor()
  expect(await page.locator('.builder-json').textContent()).toContain('"musik": "laut"')

  // The letter with which it is decided.
  await page.goto(`${url}/verwaltung/briefe/neu`)
  await page.getByLabel('Name', { exact: true }).fill(`Bescheid ${name}`)
  await page.getByLabel('Kürzel').fill(`maibaum-${stamp}`)
  await press(page, 'Briefart anlegen')
  await page.waitForURL(/\/verwaltung\/briefe\/[0-9a-f-]{36}$/)
  const template = page.url()
  await page.getByLabel('Betreff', { exact: true }).fill('Ihr Maibaum')
  await press(page, 'Einstellungen speichern')
  await page.goto(template)
  await page.getByLabel('Neuer Block').selectOption({ label: 'Absatz' })
  await press(page, 'Block anfügen')
  await page.goto(`${template}/bloecke/0`)
  await page.getByLabel('Text', { exact: true }).fill('Über Ihr Fest im Hof haben wir so entschieden: {{decision.outcome}}.')
  await press(page, 'Block speichern')
  await page.goto(template)
  await press(page, 'Fassung 1 veröffentlichen')
  await page.getByText('Neue Briefe werden mit Fassung 1 geschrieben.').waitFor()

  // The workflow, with that letter.
  await page.goto(`${service}/online`)
  await page.getByRole('link', { name: 'Neuen Ablauf anlegen' }).click()
  await page.getByLabel('Name (Deutsch)').fill(name)
  await page.getByLabel('Name (Englisch)').fill(`Party ${stamp}`)
  await page.getByLabel('Brief mit der Entscheidung').selectOption({ label: `Bescheid ${name}` })
  await press(page, 'Ablauf anlegen')
  await page.getByText('Dieser Ablauf ist in Ordnung').waitFor()
  const workflow = page.url()
  await page.getByText('Das muss eine zweite Person veröffentlichen').waitFor()
  expect(await axeFindings(page)).toEqual([])

  // The second person works without scripts: she comes from what she was told, sets a day and then brings it forward.
  const other = await signedIn(/Wiebke Thalmayr/, false)
  await expect
    .poll(async () => {
      await other.goto(`${url}/mein/mitteilungen`)
      return await other.getByText(`Wartet auf Ihre Prüfung: Formular „${name}“`).count()
    })
    .toBeGreaterThan(0)
  await other.getByText(`Wartet auf Ihre Prüfung: Formular „${name}“`).first().click()
  await other.waitForURL(/\/formular\/pruefung$/)
  await other.getByText('Es wäre die erste Fassung.').waitFor()
  await other.getByLabel('In Kraft ab').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10))
  await other.getByRole('button', { name: 'Fassung 1 veröffentlichen' }).click()
  await other.getByText(/^Geht am .* in Kraft$/).waitFor()
  expect(await shapeFindings(other, 'de')).toEqual([])
  await other.getByRole('button', { name: 'Jetzt als Fassung 1 in Kraft setzen' }).click()
  await other.getByText('Das Formular ist veröffentlicht.').waitFor()
  await other.goto(workflow)
  await other.getByRole('button', { name: 'Fassung 1 veröffentlichen' }).click()
  await other.getByText('Fassung 1 ist in Kraft.').waitFor()
  await other.goto(service)
  await other.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
  await other.getByText('Der Dienst ist veröffentlicht.').waitFor()
  await other.goto(`${service}/online`)
  await other.getByLabel('Ablauf', { exact: true }).selectOption({ label: name })
  await other.getByLabel('Wer die Anträge bekommt').selectOption({ label: 'Ordnungsamt' })
  await other.getByRole('button', { name: 'Online anbieten' }).click()
  await other.getByText('Dieser Dienst lässt sich online beantragen').waitFor()
  await other.getByText('Der Ablauf schreibt:').waitFor()

  // The first application, on a telephone.
  const phone = await signedInAs(browser, url, 'Amira Haddad')
  await phone.goto(`${url}/dienste/maibaum-${stamp}`)
  await phone.getByRole('link', { name: 'Online beantragen' }).click()
  await phone
    .getByRole('button', { name: /beginnen$/ })
    .first()
    .click()
  await phone.waitForURL(/\/seite\/ihrFest$/)
  await phone.getByLabel('Laut', { exact: true }).check()
  await phone.getByRole('group', { name: 'Spielt eine Band?' }).getByLabel('Ja').check()
  await phone.getByRole('button', { name: 'Weiter', exact: true }).last().click()
  await phone.waitForURL(/\/pruefen$/)
  expect(await phone.locator('.answers').textContent()).toMatch(/Laut[\s\S]*25,00/)
  await phone.getByRole('button', { name: 'Jetzt absenden' }).click()
  await phone.waitForURL(/\/antraege\/gesendet\/A-/)
  const number = phone.url().split('/').at(-1) ?? ''

  // To its letter.
  const clerk = await officeOf(browser, url, 'Torsten Ruhland')
  await clerk.take(number, 'Annehmen', 'Angenommen')
  await clerk.take(number, 'Prüfung beginnen', 'In Prüfung')
  await clerk.take(number, 'Entscheidung entwerfen', 'Wartet auf Freigabe', { outcome: 'Bewilligt', text: 'Es spricht nichts dagegen.' })
  const lead = await officeOf(browser, url, 'Rüdiger Stamm')
  await lead.take(number, 'Entscheidung freigeben', 'Entschieden')
  await clerk.letter(number, 'Bescheid bekannt geben')
  expect(await letterOf(phone, url, number)).toEqual({ type: 'application/pdf', begins: '%PDF-' })
  for (const one of [clerk, lead]) await one.leave()
}, 420_000)

it('the outline is right on a small telephone, in the dark as well', async () => {
  const page = await signedIn(/Samira Belhadi/)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${url}/verwaltung/ablaeufe/opinions/entwurf`)
  expect(await shapeFindings(page, 'de')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page)).toEqual([])
})
