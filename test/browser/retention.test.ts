import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { signedInDemo } from '../setup/demo-visitor.ts'
import { axeFindings, shapeFindings } from '../setup/look.ts'
import { sendReport } from './pages/reports.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const ADMIN = 'Dr. Wiebke Thalmayr'
const LEAD = 'Petra Uhlenbrock'
const RETENTION = `${url}/verwaltung/aufbewahrung`

async function signedIn(name: string, script: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

async function good(page: Page, script: boolean) {
  if (script) expect(await axeFindings(page)).toEqual([])
  expect(await shapeFindings(page, 'de')).toEqual([])
}

const cells = (page: Page, step: string) => page.locator('tbody tr', { hasText: step }).first().locator('td').allInnerTexts()

/** Waits for the job, by asking again as a reader would. */
async function untilRunEnded(page: Page) {
  await expect
    .poll(
      async () => {
        await page.goto(RETENTION)
        return await page.getByText('Ein Lauf ist unterwegs').count()
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(0)
}

/** Two reports that ended so today, under a rule that leaves them alone: what a run before took is gone for good. */
async function endedToday(result: string): Promise<string[]> {
  const admin = await signedInDemo(url, ADMIN)
  const rule = { archiveDays: '90', anonymiseDays: '365', deleteDays: '3650', reason: `Wieder wie üblich ${Date.now()}` }
  expect((await admin.post(`/verwaltung/aufbewahrung/report/${result}`, rule)).status).toBe(303)
  const lead = await signedInDemo(url, LEAD)
  const numbers: string[] = []
  for (const text of ['Ein Loch, vielleicht', 'Noch ein Loch, vielleicht']) {
    const { number } = await sendReport(url, { text })
    const path = `/amt/meldungen/${number}/schritt`
    await lead.post(path, { verb: 'accept' })
    expect((await lead.post(path, { verb: 'end', reason: result, text: 'Wir haben nachgesehen.' })).status).toBe(303)
    numbers.push(number)
  }
  return numbers
}

describe.each([
  // Each has a result of its own, so that neither finds what the other has deleted.
  { script: true, width: 1280, result: 'noDefect' },
  { script: false, width: 360, result: 'notFound' },
])('with script: $script', ({ script, width, result }) => {
  it('a rule is tried, saved and run, and the proof says so', async () => {
    const own = await endedToday(result)
    const page = await signedIn(ADMIN, script, width)
    const reason = `Probe & Erforderlichkeit ${result} ${Date.now()}`
    await untilRunEnded(page)
    await good(page, script)
    await page.goto(`${RETENTION}/report/${result}`)
    const draft = async (days: readonly [number, number, number]) => {
      for (const [index, name] of ['archiveDays', 'anonymiseDays', 'deleteDays'].entries())
        await page.locator(`input[name=${name}]`).fill(`${days[index]}`)
      await page.locator('textarea[name=reason]').fill(reason)
    }
    // Out of order: said at the field, with what was typed.
    await draft([30, 20, 365])
    await page.getByRole('button', { name: 'Wirkung ansehen' }).click()
    await page.getByText('Die Reihenfolge stimmt nicht').first().waitFor()
    expect(await page.locator('input[name=anonymiseDays]').inputValue()).toBe('20')

    await draft([0, 0, 3650])
    await page.getByRole('button', { name: 'Wirkung ansehen' }).click()
    await page.waitForURL('**/report/*?*archiveDays=0*')
    expect(new URL(page.url()).searchParams.has('_key')).toBe(false)
    await good(page, script)
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe(reason)
    const [before, after] = (await cells(page, 'Anonymisieren')).map((one) => Number(/\d+/.exec(one)?.[0] ?? 0))
    expect(after).toBeGreaterThanOrEqual((before ?? 0) + own.length)
    await page.getByRole('button', { name: 'Regel speichern' }).click()
    await page.getByText('Die Regel gilt ab dem nächsten Lauf').waitFor()

    await page.locator('summary', { hasText: 'Jetzt ausführen' }).click()
    await page.getByRole('button', { name: /archivieren, .* anonymisieren/ }).click()
    await page.getByText('Der Lauf hat begonnen').waitFor()
    await untilRunEnded(page)
    await page.goto(`${RETENTION}/nachweis`)
    await good(page, script)
    const row = page.locator('tbody tr', { hasText: reason })
    expect(await row.count()).toBe(after)
    for (const number of own) expect(await row.filter({ hasText: number }).count()).toBe(1)
    const admin = await signedInDemo(url, ADMIN)
    const { body, headers } = await admin.get('/verwaltung/aufbewahrung/nachweis.csv')
    expect(headers.get('content-type')).toContain('text/csv')
    for (const number of own) expect(body.split('\n').find((line) => line.includes(number))).toContain(reason)
    await page.context().close()
  })

  it('a report is put on hold at the desk and let go again', async () => {
    const page = await signedIn(LEAD, script, width)
    await page.goto(`${url}/amt/meldungen?ansicht=closed`)
    await page
      .locator('tbody a.desk-subject')
      .nth(script ? 0 : 1)
      .click()
    await page.waitForURL('**/amt/meldungen/M-*')
    await page.getByRole('link', { name: 'Sperre gegen Löschen' }).click()
    await page.waitForURL('**/aufbewahrung')
    // A try before may have broken off while it was on hold.
    if ((await page.getByText('Gesperrt bis 31. Januar 2099').count()) > 0) {
      await page.locator('summary', { hasText: 'Sperre aufheben' }).click()
      await page.getByRole('button', { name: /Sperre von M-.* aufheben/ }).click()
      await page.getByText('Die Sperre ist aufgehoben').waitFor()
    }
    await page.locator('textarea[name=reason]').fill('Klage vor dem Verwaltungsgericht')
    await page.locator('input[name=untilOn]').fill('2020-01-01')
    await page.getByRole('button', { name: 'Sperren', exact: true }).click()
    await page.getByText('Dieser Tag ist schon vorbei').first().waitFor()
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe('Klage vor dem Verwaltungsgericht')
    await page.locator('input[name=untilOn]').fill('2099-01-31')
    await page.getByRole('button', { name: 'Sperren', exact: true }).click()
    await page.getByText('Gesperrt bis 31. Januar 2099').waitFor()
    await good(page, script)
    const path = new URL(page.url()).pathname
    expect((await (await signedInDemo(url, ADMIN)).get('/verwaltung/aufbewahrung')).body).toContain(`href="${path}"`)
    // Looking has opened what can be opened.
    await page.reload()
    await page.locator('summary', { hasText: 'Sperre aufheben' }).click()
    await page.getByRole('button', { name: /Sperre von M-.* aufheben/ }).click()
    await page.getByText('Die Sperre ist aufgehoben').waitFor()
    expect(await page.getByText('Gesperrt bis 31. Januar 2099').count()).toBe(0)
    await page.context().close()
  })
})
