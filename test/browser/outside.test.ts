import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'
import { sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
// Each with a browser of its own: a worker of pages that does not come up must not hold up the others, nor a second try.
let browser: Browser
beforeEach(async () => {
  browser = await launchBrowser()
})
afterEach(() => browser?.close())

const CREW = 'Goran Petrić'
const LEAD = 'Petra Uhlenbrock'
const OUTSIDE = `${url}/amt/unterwegs`
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
const photo = async () => ({
  name: 'nachher.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a7a72' } })
    .jpeg()
    .toBuffer(),
})

async function signedIn(options: BrowserContextOptions = phone): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(CREW) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

/** How often the words stand on the page of a report at the desk: once for each step or note, in what happened. */
async function atTheDesk(number: string, words: string): Promise<number> {
  const { body } = await (await signedInDemo(url, LEAD)).get(`/amt/meldungen/${number}`)
  return body.split(words).length - 1
}

/** Three new reports that the crew has taken on. */
async function takenOn(): Promise<[string, string, string]> {
  const crew = await signedInDemo(url, CREW)
  const one = async () => {
    const { number } = await sendReport(url)
    const path = `/amt/meldungen/${number}`
    const { status } = await crew.fill(path, `${path}/zuteilung`)
    expect(status, `${number} taken on`).toBe(303)
    return number
  }
  return [await one(), await one(), await one()]
}

/** Accepted and begun, so that it can be finished. */
async function begun(number: string) {
  const crew = await signedInDemo(url, CREW)
  const path = `/amt/unterwegs/${number}`
  for (const verb of ['accept', 'start']) {
    const page = await crew.get(path)
    if (page.body.includes(`name="verb" value="${verb}"`)) await crew.submit(page, `${path}/schritt`, { verb })
  }
}

describe('on the way with network', () => {
  it('shows the nearest first once the position is asked for', async () => {
    const list = await (await signedInDemo(url, CREW)).get('/orte/suche.json?q=Markt')
    const [at] = (JSON.parse(list.body) as { hits: { lat: number; lon: number }[] }).hits
    const page = await signedIn({
      ...phone,
      permissions: ['geolocation'],
      geolocation: { latitude: at?.lat ?? 0, longitude: at?.lon ?? 0 },
    })
    const complaints = complaintsOf(page)
    await page.goto(OUTSIDE)
    await page.getByRole('button', { name: 'Meinen Standort verwenden' }).click()
    await page.waitForURL(/lat=/)
    const words = await page.locator('.outside-stop__way').allTextContents()
    const metres = words.map((word) => {
      const [, number = '0', unit] = /([\d.,]+) (k?m)/.exec(word) ?? []
      return Number(number.replaceAll('.', '').replace(',', '.')) * (unit === 'km' ? 1000 : 1)
    })
    expect(metres.length).toBeGreaterThan(2)
    expect(metres).toEqual([...metres].sort((a, b) => a - b))
    expect([await axeFindings(page), await shapeFindings(page, 'de'), complaints]).toEqual([[], [], []])
    await page.locator('.outside-stop a').first().click()
    await page.getByRole('heading', { name: 'Notizen' }).waitFor()
    expect([await axeFindings(page), await shapeFindings(page, 'de')]).toEqual([[], []])
    await page.context().close()
  })

  it('works by keyboard and without JavaScript: a place by words, a note, and a step', async () => {
    const page = await signedIn({ ...phone, javaScriptEnabled: false })
    await page.goto(OUTSIDE)
    await page.getByLabel('Straße oder bekannter Ort').fill('Markt')
    await page.keyboard.press('Enter')
    await page.waitForURL(/ort=Markt/)
    await page.getByText('Entfernungen ab:').waitFor()
    await page.locator('.outside-stop a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/unterwegs\/M-/)
    const number = /M-\w{4}-\w{4}/.exec(page.url())?.[0] ?? ''
    const words = `Ohne Skript ${Date.now()}`
    await page.locator('#notiz > summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('#note textarea').fill(words)
    await page.locator('#note [type=submit]').focus()
    await page.keyboard.press('Enter')
    await page.getByText('Notiz gespeichert').waitFor()
    expect(await atTheDesk(number, words)).toBe(1)
    await page.context().close()
  })
})

describe('on the way with bars but no network', () => {
  it('keeps a note whose answer is lost, and the town counts it once', async () => {
    const page = await signedIn()
    await page.goto(OUTSIDE)
    await page.locator('.outside-stop a').first().click()
    await page.waitForURL(/unterwegs\/M-/)
    const number = /M-\w{4}-\w{4}/.exec(page.url())?.[0] ?? ''
    const words = `Im Keller ${Date.now()}`
    let tries = 0
    await page.context().route(`**/amt/unterwegs/${number}/notiz`, async (route) => {
      tries += 1
      if (tries > 2) return await route.continue()
      // The first reaches the town, its answer reaches nobody; the second does not even leave.
      if (tries === 1) await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    })
    await page.locator('#notiz > summary').click()
    await page.locator('#note textarea').fill(words)
    await page.locator('#note [type=submit]').click()
    await page.getByText('Auf diesem Gerät gespeichert').waitFor()
    expect(await page.evaluate(() => navigator.onLine)).toBe(true)
    await page.goto(`${url}/ohne-netz`)
    await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThan(2)
    await expect.poll(() => atTheDesk(number, words)).toBe(1)
    await page.context().close()
  })
})

describe('on the way without network', () => {
  it('keeps a tour over a page that fails, and no longer than a day', async () => {
    const page = await signedIn()
    await page.goto(OUTSIDE)
    await page.getByRole('button', { name: /mitnehmen$/ }).click()
    await page.getByText(/^Mitgenommen: \d+, Stand/).waitFor()
    expect((await page.goto(`${OUTSIDE}/M-9999-9999`))?.status()).toBe(404)
    await page.waitForTimeout(1_000)
    await page.goto(OUTSIDE)
    await page.getByText(/^Mitgenommen: \d+, Stand/).waitFor()

    const kept = (hoursOlder = 0) =>
      page.evaluate(async (hours) => {
        const database = await new Promise<IDBDatabase>((done, fail) => {
          const asked = indexedDB.open('stadtplatz-unsent')
          asked.onsuccess = () => done(asked.result)
          asked.onerror = () => fail(asked.error)
          asked.onblocked = () => fail(new Error('another page holds the store'))
        })
        const rows = await new Promise<{ value: { asOf: number } }[]>((done, fail) => {
          const changing = database.transaction('own', 'readwrite')
          changing.onabort = () => fail(changing.error)
          const store = changing.objectStore('own')
          const asked = store.getAll()
          asked.onsuccess = () => {
            for (const row of hours ? asked.result : [])
              store.put({ ...row, value: { ...row.value, asOf: row.value.asOf - hours * 3_600_000 } })
            done(asked.result)
          }
        })
        database.close()
        return rows.length
      }, hoursOlder)
    expect(await kept(25)).toBe(1)
    await page.goto(OUTSIDE)
    await expect.poll(() => kept()).toBe(0)
    expect(await page.getByRole('button', { name: 'Vom Gerät löschen' }).isVisible()).toBe(false)
    await page.context().close()
  })

  it('takes a tour along, finishes one, notes on another; both are sent once, a step too late is refused with its words kept', async () => {
    const page = await signedIn()
    const [done, noted, late] = await takenOn()
    for (const number of [done, late]) await begun(number)
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    await page.goto(`${OUTSIDE}?nur=meine&reihe=tour`)
    await page.getByRole('button', { name: /mitnehmen$/ }).click()
    await page.getByText(/^Mitgenommen: \d+, Stand/).waitFor()
    await expect.poll(() => page.evaluate(() => caches.match('/amt/unterwegs/ohne-netz').then((found) => found !== undefined))).toBe(true)

    await page.context().setOffline(true)
    await page.goto(OUTSIDE)
    await page.getByText(/^Stand \d+:\d+ Uhr/).waitFor()
    expect([await axeFindings(page), await shapeFindings(page, 'de')]).toEqual([[], []])
    const stop = (number: string) => page.locator(`[data-number="${number}"]`)
    const form = (number: string, name: string) => stop(number).locator(`form[data-outside-form-verb-value="${name}"]`)
    const open = async (number: string, name: string) => {
      await page.goto(`${OUTSIDE}/${number}`)
      await stop(number)
        .locator('details.folded', { has: page.locator(`form[data-outside-form-verb-value="${name}"]`) })
        .locator('summary')
        .click()
      expect(await axeFindings(page)).toEqual([])
    }
    const [words, note, tooLate] = ['Fertig', 'Gesehen', 'Zu spät'].map((word) => `${word} ${Date.now()}`) as [string, string, string]
    for (const [number, text] of [
      [done, words],
      [late, tooLate],
    ] as const) {
      await open(number, 'finish')
      await form(number, 'finish').locator('textarea').fill(text)
      await form(number, 'finish').locator('[type=submit]').click()
      await form(number, 'finish').getByText('Bitte nehmen Sie ein Foto auf').waitFor()
      await form(number, 'finish')
        .locator('input[type=file]')
        .setInputFiles(await photo())
      await form(number, 'finish').locator('[type=submit]').click()
      await stop(number).getByText('wartet auf Netz: Erledigt').waitFor()
    }
    await open(noted, 'note')
    await form(noted, 'note').locator('textarea').fill(note)
    await form(noted, 'note').locator('[type=submit]').click()
    await stop(noted)
      .getByText(/wartet auf Netz/)
      .waitFor()
    expect(await atTheDesk(done, words)).toBe(0)

    // A colleague was quicker.
    const lead = await signedInDemo(url, LEAD)
    const ended = await lead.fill(`/amt/meldungen/${late}`, `/amt/meldungen/${late}/schritt`, {
      verb: 'end',
      reason: 'notFound',
      text: 'War nicht zu finden.',
    })
    expect(ended.status).toBe(303)
    // The first answer is lost on its way.
    let lost = 0
    await page.context().route(`**/amt/unterwegs/${done}/schritt`, async (route) => {
      if (lost > 0) return await route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.context().setOffline(false)
    await page.goto(`${OUTSIDE}/ohne-netz`)
    await stop(noted).getByText('gesendet: ').waitFor()
    await expect.poll(() => lost).toBe(1)
    await page.goto(`${url}/ohne-netz`)
    const again = page.locator('.waiting__item[data-state=waiting]').getByRole('button', { name: 'Jetzt senden' })
    const sent = page.locator('.waiting__item[data-state=sent]')
    if ((await sent.count()) < 2) await again.first().click()
    await sent.nth(1).waitFor()
    expect([await atTheDesk(done, words), await atTheDesk(noted, note)]).toEqual([1, 1])
    const finished = (await lead.get(`/amt/meldungen/${done}`)).body
    expect(finished.slice(finished.indexOf('class="timeline')).split('Nachher').length).toBeGreaterThan(1)

    await page.goto(`${OUTSIDE}/ohne-netz`)
    const refused = page.locator('.outside-refused')
    await refused.getByText(tooLate).waitFor()
    expect(await refused.locator('.waiting__problem').textContent()).toMatch(/\w+ \w+/)
    expect(await refused.locator('img').count()).toBe(1)
    expect(await axeFindings(page)).toEqual([])
    await refused.getByRole('button', { name: 'Als Notiz speichern' }).click()
    await expect.poll(() => atTheDesk(late, tooLate), { timeout: 20_000 }).toBe(1)
    expect(await refused.count()).toBe(0)

    // Signing out takes it all away.
    await page.evaluate(() => document.querySelector<HTMLFormElement>('form[action$="/abmelden"]')?.requestSubmit())
    await page.getByText('Sie sind abgemeldet').first().waitFor()
    await page.goto(`${OUTSIDE}/ohne-netz`)
    await page.getByText('Keine Tour mitgenommen').waitFor()
    await page.context().close()
  })
})
