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

async function window(width: number, script: boolean, locale = 'de-DE'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script, locale })
  return await context.newPage()
}

async function editing(): Promise<Page> {
  const page = await window(1280, true)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Samira Belhadi/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

describe('a service is found', () => {
  it('on a phone without a script, with a slip in the word, and tells what to do next', async () => {
    const page = await window(360, false)
    await page.goto(url)
    await page.getByRole('link', { name: /Dienste der Stadt/ }).click()
    await page.getByLabel('In den Diensten suchen').fill('Hundesteur')
    await page.getByRole('button', { name: 'Suchen' }).last().click()
    await page.getByRole('link', { name: 'Hund anmelden' }).click()
    await page.waitForURL(/\/dienste\/hund-anmelden$/)
    await page.getByRole('heading', { level: 1, name: 'Hund anmelden' }).waitFor()
    await page.getByRole('heading', { name: 'Was Sie brauchen' }).waitFor()
    await page.getByText('030 23125 130').first().waitFor()
    await page.getByText('Mo, Di').first().waitFor()
    expect(await shapeFindings(page, 'de')).toEqual([])
  })

  it('by keyboard alone', async () => {
    const page = await window(1280, true)
    await page.goto(`${url}/dienste`)
    await page.locator('#service-search').focus()
    await page.keyboard.type('Anwohnerparken')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=Anwohnerparken/)
    await page.locator('.search-hits').waitFor()
    await page.locator('html:not([aria-busy])').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/dienste\/bewohnerparkausweis$/)
  })

  it('by situation, in English', async () => {
    const page = await window(360, false, 'en-GB')
    await page.goto(`${url}/dienste`)
    await page.getByRole('link', { name: /^Moving/ }).click()
    await page.getByRole('link', { name: 'Change of address within town' }).click()
    await page.getByRole('heading', { name: 'What it costs' }).waitFor()
    expect(await shapeFindings(page, 'en')).toEqual([])
  })

  it('or nothing is, and that is said with a way on', async () => {
    const page = await window(360, false)
    await page.goto(`${url}/dienste?q=Quantenphysik`)
    await page.getByText('Dazu haben wir keinen Dienst gefunden').waitFor()
    await page.getByRole('link', { name: 'Rathaus erreichen' }).click()
    await page.waitForURL(/\/kontakt$/)
  })
})

it('an editor writes a service in two languages, looks at it, publishes it and takes it back', async () => {
  const page = await editing()
  const name = `Drehorgel ${Date.now()}`
  await page.goto(`${url}/verwaltung/dienste/neu`)
  await page.getByLabel('Kurz gesagt (Deutsch)').fill('Mit der Drehorgel auf den Markt.')
  await page.getByRole('button', { name: 'Entwurf speichern' }).click()
  await page.locator('.error-summary').waitFor()
  expect(await page.getByLabel('Kurz gesagt (Deutsch)').inputValue()).toBe('Mit der Drehorgel auf den Markt.')
  await page.getByLabel('Name (Deutsch)').fill(name)
  await page.getByLabel('Zuständige Stelle').selectOption({ label: 'Ordnungsamt' })
  await page.getByRole('button', { name: 'Entwurf speichern' }).click()
  await page.waitForURL(/\/verwaltung\/dienste\/[0-9a-f-]{36}$/)
  await page.getByText('2 Texte fehlen auf Englisch').first().waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('link', { name: 'Vorschau' }).click()
  await page.getByText('So würde der Entwurf aussehen').waitFor()
  await page.getByRole('link', { name: 'Texte' }).click()
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
  await page.getByText('Der Dienst ist veröffentlicht.').waitFor()
  await page.getByRole('link', { name: 'Öffentliche Seite' }).click()
  await page.waitForURL(/\/dienste\/drehorgel-/)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const address = page.url()

  await page.goBack()
  await page.getByText('Zurücknehmen …').click()
  await page.getByRole('button', { name: `„${name}“ zurücknehmen` }).click()
  await page.getByText('Der Dienst ist zurückgenommen.').waitFor()
  expect((await page.goto(address))?.status()).toBe(404)
})

it('opening hours are entered in words, and a wrong time is told at its field', async () => {
  const page = await window(1280, true)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: /Wiebke Thalmayr/ }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  await page.goto(`${url}/verwaltung/organisationen`)
  await page.getByRole('link', { name: 'Verkehrsbehörde' }).click()
  const saturday = page.getByLabel('Samstag')
  await saturday.fill('morgens')
  await page.getByRole('button', { name: 'Öffnungszeiten speichern' }).click()
  await page.getByText('Bitte schreiben Sie die Zeiten so').first().waitFor()
  await saturday.fill('10 bis 13 Uhr')
  await page.getByRole('button', { name: 'Öffnungszeiten speichern' }).click()
  await page.getByText('Gespeichert').first().waitFor()
  expect(await saturday.inputValue()).toBe('10–13')
  await page.goto(`${url}/rathaus`)
  await page.getByText('10:00–13:00 Uhr').first().waitFor()
})
