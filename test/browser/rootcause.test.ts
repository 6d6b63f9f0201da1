import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { repairedThrice } from './pages/causes.ts'

const url = inject('demoUrl')
const LEAD = 'Heike Lohmar'
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function visitor(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'de-DE' })
  return await context.newPage()
}

async function lead(width: number): Promise<Page> {
  const page = await visitor(width)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(LEAD) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

it('after the third repair of a lamp a lead cannot turn a proposal down without a reason, takes it up, writes what was found, decides and closes', async () => {
  const { thing, cause } = await repairedThrice(url, await signedInDemo(url, LEAD))
  const page = await lead(1280)
  await page.goto(`${url}/amt/ursachen`)
  await page.locator(`tbody a[href="${cause}"]`).click()
  await page.locator('#dismiss').waitFor()
  expect(await page.locator('main a[href^="/objekte/"]').first().getAttribute('href')).toBe(thing)
  expect(await axeFindings(page)).toEqual([])
  const outside = await visitor(360)
  await outside.goto(url + thing)
  expect(await outside.getByText('nach der Ursache gesucht').count()).toBe(0)

  // Without a reason nothing is turned down.
  await page.locator('#dismiss button[type=submit]').click()
  await page.locator('#dismiss [role=alert]').waitFor()
  await page.goto(url + cause)
  await page.locator('#accept [name=question]').fill('Warum fällt sie immer bei Regen aus?')
  await page.locator('#accept button[type=submit]').click()
  await page.locator('#progress').waitFor()
  const task = (await page.locator('main a[href^="/amt/aufgaben/"]').getAttribute('href')) ?? ''
  expect(await axeFindings(page)).toEqual([])

  await outside.goto(url + thing)
  await outside.getByText('nach der Ursache gesucht').first().waitFor()
  expect(await axeFindings(outside)).toEqual([])
  expect(await shapeFindings(outside, 'de')).toEqual([])
  const between = await outside.evaluate(() => {
    const said = [...document.querySelectorAll('main .kern-alert')].find(({ textContent }) => textContent.includes('Ursache gesucht'))
    return (said?.getBoundingClientRect().top ?? 0) - (document.querySelector('main .map')?.getBoundingClientRect().bottom ?? 0)
  })
  expect(between).toBeGreaterThanOrEqual(12)

  await page.locator('#progress [name=findings]').fill('Wasser in der Muffe')
  await page.locator('#progress [name=measure]').fill('Muffe ersetzt und vergossen')
  await page.locator('#progress button[value=decide]').click()
  await page.getByText('Die Maßnahme ist beschlossen.').waitFor()
  await page.locator('#progress button[value=close]').click()
  await page.getByText('Der Ursachenfall ist abgeschlossen.').waitFor()
  expect(await page.locator('main').textContent()).toContain('Muffe ersetzt und vergossen')
  expect(await page.locator('#progress').count()).toBe(0)
  await page.goto(url + task)
  await page.getByText('Erledigt').first().waitFor()
  await outside.goto(url + thing)
  expect(await outside.getByText(/nach der Ursache gesucht|Die Ursache ist gefunden/).count()).toBe(0)
})
