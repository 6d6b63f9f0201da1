import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { demoMail, signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { demoFirms } from './pages/firms.ts'
import { sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const LEAD = 'Petra Uhlenbrock'
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
const photo = async () => ({
  name: 'nachher.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a7a72' } })
    .jpeg()
    .toBuffer(),
})

async function somebody(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ ...phone, ...options })).newPage()
  page.setDefaultTimeout(30_000)
  return page
}

async function atTheDesk(): Promise<Page> {
  const page = await somebody({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(LEAD) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

const found = async (page: Page) => {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'))
  return [...(await axeFindings(page)), ...(await shapeFindings(page, 'de'))]
}

/** A report that its unit accepted, given to a firm by the form at the desk; the firm's link is in its mail. */
async function handedOut(desk: Page): Promise<{ number: string; email: string; link: string }> {
  const { number } = await sendReport(url)
  const clerk = await signedInDemo(url, LEAD)
  await clerk.post(`/amt/meldungen/${number}/schritt`, { verb: 'accept' })
  const email = `bau.${number.toLowerCase()}@post.example`
  await desk.goto(`${url}/amt/meldungen/${number}`)
  await desk.getByRole('link', { name: 'Firmen' }).click()
  await desk.getByLabel('Name der anderen Firma').fill('Bau Kurz')
  await desk.getByLabel('E-Mail-Adresse').fill(email)
  await desk.getByLabel('Was ist zu tun?').fill('Bitte das Loch füllen.')
  await desk.getByRole('button', { name: 'Auftrag senden' }).click()
  await desk.getByText('Der Auftrag ist gesendet.').first().waitFor()
  const link = (await demoMail(url, email)).links.find((path) => path.startsWith('/auftrag/')) ?? ''
  return { number, email, link }
}

describe('a firm with a link', () => {
  // With a phone and no scripts: what firms on a building site have.
  it('accepts, asks, gets the answer, shows the work; the clerk approves and the photo is public', async () => {
    const desk = await atTheDesk()
    const { number, email, link } = await handedOut(desk)
    const firm = await somebody({ javaScriptEnabled: false })
    await firm.goto(url + link)
    await firm.getByText('Bitte das Loch füllen.').waitFor()
    await firm.getByRole('button', { name: 'Auftrag annehmen' }).click()
    await firm.getByText('Sie haben den Auftrag angenommen.').waitFor()
    await firm.getByLabel('Ihre Frage an die Stadt').fill('Dürfen wir die Straße sperren?')
    await firm.getByRole('button', { name: 'Frage senden' }).click()
    await firm.getByText('Ihre Frage ist bei der Stadt.').first().waitFor()

    await desk.goto(`${url}/amt/meldungen/${number}`)
    await desk.getByText('Dürfen wir die Straße sperren?').first().waitFor()
    await desk.goto(`${url}/amt/meldungen/${number}/firma`)
    await desk.getByLabel('Nachricht an die Firma').fill('Ja, halbseitig, bis 16 Uhr.')
    await desk.getByRole('button', { name: 'Nachricht senden' }).click()
    await desk.getByText('Die Nachricht ist gesendet.').first().waitFor()
    expect((await demoMail(url, email, 'Antwort')).text).toContain('halbseitig')

    await firm.getByRole('button', { name: 'Erledigt melden' }).click()
    await firm.getByText('Bitte fügen Sie ein Foto bei').first().waitFor()
    await firm.getByLabel('Fotos nach der Arbeit').setInputFiles(await photo())
    await firm.getByLabel('Was wurde gemacht?').fill('Gefüllt und verdichtet.')
    await firm.getByRole('button', { name: 'Erledigt melden' }).click()
    await firm.getByText('Sie haben den Auftrag erledigt gemeldet.').waitFor()
    expect(await firm.getByText('Bitte das Loch füllen.').count()).toBe(0)

    const reader = await somebody()
    await reader.goto(`${url}/meldungen/${number}`)
    expect(await reader.locator('main img[src*="/dateien/"]').count()).toBe(0)
    await desk.goto(`${url}/amt/meldungen/${number}/firma`)
    expect(await found(desk)).toEqual([])
    await desk.getByLabel('Was sollen alle dazu lesen?').fill('Das Loch ist zu.')
    await desk.getByRole('button', { name: 'Abnehmen und abschließen' }).click()
    await desk.waitForURL(`${url}/amt/meldungen/${number}`)
    await reader.reload()
    await reader.getByText('Das Loch ist zu.').first().waitFor()
    expect(await reader.locator('main img[src*="/dateien/"]').count()).toBeGreaterThan(0)
  })

  it('reads that the order was taken back', async () => {
    const desk = await atTheDesk()
    const { link } = await handedOut(desk)
    await desk.getByText('Zurücknehmen …').click()
    await desk.getByRole('button', { name: 'Auftrag zurücknehmen' }).click()
    await desk.getByText('Der Auftrag ist zurückgenommen.').first().waitFor()
    const firm = await somebody()
    await firm.goto(url + link)
    await firm.getByText('Die Stadt hat den Auftrag zurückgenommen.').waitFor()
    expect(await firm.getByRole('button', { name: 'Auftrag annehmen' }).count()).toBe(0)
    expect(await found(firm)).toEqual([])
  })

  it('gets more time for its own order, and the page says until when', async () => {
    const desk = await atTheDesk()
    const { link, email } = await handedOut(desk)
    const firm = await somebody()
    const until = async () => {
      await firm.goto(url + link)
      return await firm.locator('dt', { hasText: 'Der Link gilt bis' }).locator('+ dd').textContent()
    }
    const before = await until()
    await desk.getByText('Der Firma mehr Zeit geben').click()
    await desk.getByLabel('So viele Tage gilt der Link ab heute').fill('120')
    expect(await found(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Verlängern' }).click()
    await desk.getByText('Der Auftrag ist verlängert.').first().waitFor()
    expect(await until()).not.toBe(before)
    expect((await demoMail(url, email, 'Auftrag gilt weiter')).text).toContain('Bitte das Loch füllen.')
  })

  // The demo's own: only time makes a link run out, so it is looked at and left as it is.
  it('reads that its link has run out; the clerk is offered to renew it', async () => {
    const clerk = await signedInDemo(url, LEAD)
    const out = (await demoFirms(clerk)).find(({ what }) => what === 'Abgelaufen')
    const desk = await atTheDesk()
    await desk.goto(url + (out?.path ?? ''))
    await desk.getByText('Der Link ist abgelaufen').waitFor()
    expect(await found(desk)).toEqual([])
    const link = out?.link ?? ''
    const firm = await somebody()
    await firm.goto(url + link)
    await firm.getByText('Der Link ist abgelaufen.').waitFor()
    expect(await found(firm)).toEqual([])
    expect(await firm.getByRole('button', { name: 'Auftrag annehmen' }).count()).toBe(0)
    await desk.getByRole('button', { name: 'Verlängern' }).waitFor()
  })

  it('goes on at the report that its own was joined to', async () => {
    const desk = await atTheDesk()
    const { number, link } = await handedOut(desk)
    const { number: into } = await sendReport(url)
    const clerk = await signedInDemo(url, LEAD)
    await clerk.post(`/amt/meldungen/${into}/schritt`, { verb: 'accept' })
    await desk.goto(`${url}/amt/meldungen/${number}/schaden`)
    await desk.getByLabel('Nummer der Meldung, die weitergeht').fill(into)
    await desk.getByRole('button', { name: 'Anschließen' }).click()
    await desk.getByRole('button', { name: 'Diese Meldung herauslösen' }).waitFor()

    await desk.goto(`${url}/amt/meldungen/${number}/firma`)
    await desk.getByRole('link', { name: `Firmen bei ${into}` }).click()
    await desk.getByText(`Der Auftrag kam mit der Meldung ${number}, die jetzt hierher gehört.`).waitFor()
    expect(await found(desk)).toEqual([])
    const firm = await somebody({ javaScriptEnabled: false })
    await firm.goto(url + link)
    await firm.getByLabel('Fotos nach der Arbeit').setInputFiles(await photo())
    await firm.getByRole('button', { name: 'Erledigt melden' }).click()
    await firm.getByText('Sie haben den Auftrag erledigt gemeldet.').waitFor()
    await desk.reload()
    await desk.getByLabel('Was sollen alle dazu lesen?').fill('Das Loch ist zu.')
    await desk.getByRole('button', { name: 'Abnehmen und abschließen' }).click()
    await desk.waitForURL(`${url}/amt/meldungen/${into}`)
    const reader = await somebody()
    await reader.goto(`${url}/meldungen/${into}`)
    await reader.getByText('Das Loch ist zu.').first().waitFor()
    expect(await reader.locator('main img[src*="/dateien/"]').count()).toBeGreaterThan(0)
  })
})
