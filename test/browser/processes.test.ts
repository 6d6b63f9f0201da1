import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { letterOf, officeOf, signedInAs } from './office.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const onward = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click()
const at = (page: Page, key: string) => page.waitForURL(new RegExp(`/seite/${key}(\\?|$)`))

async function findings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return [...(await axeFindings(page)), ...(await shapeFindings(page, 'de'))]
}

/** From the review to the receipt; gives the number. */
async function send(page: Page, letter: string): Promise<string> {
  await page.waitForURL(/\/pruefen$/)
  await page.getByRole('button', { name: 'Jetzt absenden' }).click()
  await page.waitForURL(new RegExp(`/antraege/gesendet/${letter}-`))
  return ((await page.locator('.receipt__number').textContent()) ?? '').trim()
}

/** Applies for an event on a telephone, page by page, and gives its number. */
async function applyForEvent(page: Page): Promise<string> {
  await page.goto(`${url}/dienste/veranstaltung-auf-oeffentlicher-flaeche/antrag`)
  await page.getByRole('button', { name: 'Antrag beginnen' }).click()
  await at(page, 'who')
  await page.getByLabel('Nachbarschaft oder Privatpersonen').check()
  await page.getByLabel('Straße', { exact: true }).fill('Lindenweg')
  await page.getByLabel('Hausnummer').fill('4')
  await page.getByLabel('Postleitzahl').fill('62411')
  await page.getByLabel('Ort', { exact: true }).fill('Lindenfurt')
  await page.getByLabel('Telefon').fill('030 23125 802')
  await onward(page)
  await at(page, 'what')
  await page.getByLabel('Wie heißt sie?').fill('Kastanienfest')
  await page.getByLabel('Was passiert?').fill('Kaffee und Kuchen unter den Kastanien.')
  await page.getByLabel('Wie viele Gäste').fill('60')
  await page.getByRole('group', { name: 'Musik oder Lautsprecher' }).getByLabel('Nein').check()
  await page.getByRole('group', { name: 'Alkohol' }).getByLabel('Nein').check()
  await onward(page)
  await at(page, 'where')
  await page.locator('input[name="a[spot-placeText]"]').fill('Marktplatz')
  await page.getByLabel('Wie groß ist die Fläche?').fill('200')
  await page.getByRole('group', { name: 'gesperrt' }).getByLabel('Nein').check()
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Erster Tag').fill(day)
  await page.getByLabel('Letzter Tag').fill(day)
  await page.getByLabel('Beginn').fill('14:00')
  await page.getByLabel('Ende').fill('18:00')
  await onward(page)
  await at(page, 'papers')
  const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#7d7a70' } })
    .jpeg()
    .toBuffer()
  for (const [nth, name] of ['plan.jpg', 'police.jpg'].entries()) {
    await page.locator('input[type=file]:not([capture])').nth(nth).setInputFiles({ name, mimeType: 'image/jpeg', buffer: photo })
    await page.getByText('Hochgeladen', { exact: true }).nth(nth).waitFor()
  }
  await onward(page)
  await at(page, 'truth')
  await page.getByLabel('Meine Angaben sind richtig').check()
  await onward(page)
  return await send(page, 'A')
}

describe('an event on public ground', () => {
  it('goes through three departments and four eyes, is refused, and wins by an objection', async () => {
    const citizen = await signedInAs(browser, url, 'Amira Haddad')
    const number = await applyForEvent(citizen)
    const clerk = await officeOf(browser, url, 'Torsten Ruhland')
    const lead = await officeOf(browser, url, 'Rüdiger Stamm')

    await clerk.take(number, 'Annehmen', 'Angenommen')
    await clerk.take(number, 'Prüfung beginnen', 'In Prüfung')
    await clerk.take(number, 'Stellungnahmen einholen', 'Wartet auf andere Ämter')
    for (const name of ['Matthias Kreuzer', 'Björn Steinfatt', 'Stefan Kehrmann']) {
      const asked = await officeOf(browser, url, name)
      await asked.opinion(number, `Keine Bedenken (${name}).`)
      await asked.leave()
    }
    // The last opinion lets the case go on by itself.
    await clerk.take(number, 'Entscheidung entwerfen', 'Wartet auf Freigabe', { outcome: 'Abgelehnt', text: 'Der Platz ist vergeben.' })
    await lead.take(number, 'Entscheidung freigeben', 'Entschieden')
    await clerk.letter(number, 'Bescheid bekannt geben')
    await clerk.take(number, 'Abschließen', 'Abgeschlossen')
    expect(await letterOf(citizen, url, number)).toEqual({ type: 'application/pdf', begins: '%PDF-' })

    await citizen.goto(`${url}/status/${number}`)
    expect(await findings(citizen)).toEqual([])
    const offer = citizen.locator('#widerspruch')
    expect(await offer.textContent()).toMatch(/bis zum \d+\. \w+ \d{4} Widerspruch einlegen/)
    await offer.getByRole('button', { name: 'Widerspruch einlegen' }).click()
    await at(citizen, 'decision')
    expect(await citizen.getByLabel('Zeichen des Bescheids').inputValue()).toBe(number)
    expect(await citizen.getByLabel('Gegen den ganzen Bescheid').isChecked()).toBe(true)
    expect(await findings(citizen)).toEqual([])
    await onward(citizen)
    await at(citizen, 'reasons')
    await citizen.getByLabel('Warum sind Sie nicht einverstanden?').fill('Der Platz ist nach dem Aushang frei.')
    await onward(citizen)
    await at(citizen, 'who')
    expect(await citizen.getByLabel('Nachname').inputValue()).toBe('Haddad')
    await onward(citizen)
    const objection = await send(citizen, 'W')
    await citizen.goto(`${url}/status/${objection}`)
    await citizen.getByText('Bitte noch unterschreiben').waitFor()
    expect(await citizen.locator('#frist').textContent()).toContain('in der Frist')
    expect(await findings(citizen)).toEqual([])

    await clerk.open(number)
    await clerk.page.locator('#widersprueche').getByRole('link', { name: objection }).click()
    await clerk.page.waitForURL(`**/${objection}`)
    expect(await clerk.page.locator('#frist').textContent()).toMatch(/Torsten Ruhland, Rüdiger Stamm[\s\S]*in der Frist[\s\S]*§ 80 Abs\. 1/)
    await clerk.take(objection, 'Annehmen', 'Frist und Form werden geprüft')
    await clerk.take(objection, 'Zulässigkeit feststellen', 'Die Entscheidung wird überprüft', {
      reason: 'In der Frist (§ 70 Abs. 1 VwGO)',
    })
    await clerk.take(objection, 'Abhilfe entwerfen (§ 72 VwGO)', 'Abhilfe wartet auf Freigabe', {
      outcome: 'Abgeholfen',
      text: 'Der Platz ist frei; das Fest ist erlaubt.',
    })
    await clerk.open(objection)
    expect(await clerk.page.locator('#schritte').getByRole('button', { name: 'Abhilfe freigeben' }).count()).toBe(0)
    await lead.take(objection, 'Abhilfe freigeben', 'Ihrem Widerspruch wird abgeholfen')
    await clerk.letter(objection, 'Abhilfebescheid bekannt geben', { kosten: 'Die Kosten trägt die Stadt.' })
    await clerk.take(objection, 'Abschließen', 'Abgeschlossen')

    expect(await letterOf(citizen, url, objection)).toEqual({ type: 'application/pdf', begins: '%PDF-' })
    await citizen.goto(`${url}/status/${objection}`)
    await citizen.locator('#widerspruch').getByText('Gegen diesen Bescheid gibt es keinen Widerspruch').waitFor()
    await citizen.goto(`${url}/status/${number}`)
    await citizen.locator('#widerspruch').getByRole('link', { name: objection }).waitFor()
    for (const page of [citizen, clerk.page, lead.page]) await page.context().close()
  })
})
