import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, complaintsOf, shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const CREW = 'Goran Petrić'
const LEAD = 'Petra Uhlenbrock'
const OUTSIDE = `${url}/amt/unterwegs`
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'de-DE' }
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
