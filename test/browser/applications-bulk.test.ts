import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'

const url = inject('demoUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function signedIn(who: string, script: boolean, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`${url}/anmelden`)
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'))
  return page
}

it.each([
  { script: true, width: 1280 },
  { script: false, width: 390 },
])('two applications are ticked and given to one person, the view is kept; with script: $script', async ({ script, width }) => {
  const clerk = await signedIn('Torsten Ruhland', script, width)
  await clerk.goto(`${url}/amt/antraege?ansicht=team&q=Gewerbe`)
  const ticks = clerk.locator('tbody input[name="n"]')
  for (const nth of [0, 1]) await ticks.nth(nth).check()
  await clerk.getByLabel('Mit den ausgewählten Anträgen').selectOption('assign')
  await clerk.getByRole('button', { name: 'Weiter zur Vorschau' }).click()
  await clerk.getByRole('heading', { name: '2 Anträge zuteilen' }).waitFor()
  await clerk.getByLabel('Person').selectOption({ label: 'Torsten Ruhland' })
  await clerk.getByRole('button', { name: '2 Anträge zuteilen' }).click()
  await clerk.getByText('Bei 2 Anträgen hat es geklappt').waitFor()
  await clerk.getByRole('link', { name: 'Zurück zur Liste' }).click()
  await clerk.waitForURL(/q=Gewerbe/)

  const name = `Gewerbe ${width}`
  await clerk.locator('.views__keep > summary').click()
  await clerk.getByLabel('Name der Ansicht').fill(name)
  await clerk.getByRole('button', { name: 'Ansicht merken', exact: true }).click()
  await clerk.goto(`${url}/amt/antraege`)
  await clerk.getByRole('link', { name }).last().click()
  await clerk.waitForURL(/q=Gewerbe/)
  expect(await clerk.locator('tbody tr').count()).toBeGreaterThan(1)
})

it('who answers for services sees by month what came, and where people stop', async () => {
  const admin = await signedIn('Wiebke Thalmayr', true, 1280)
  await admin.goto(`${url}/amt/antraege`)
  await admin.getByRole('link', { name: 'Zahlen der Leistungen' }).click()
  await admin.waitForURL('**/zahlen')
  await admin.getByRole('link', { name: 'Gewerbe anmelden', exact: true }).click()
  await admin.getByRole('heading', { level: 1, name: 'Gewerbe anmelden' }).waitFor()
  expect(await admin.locator('tbody tr').count()).toBeGreaterThan(0)
  expect(await admin.locator('.bars__row').count()).toBeGreaterThan(2)
  const table = await admin.request.get(`${url}/amt/antraege/zahlen.csv`)
  expect(await table.text()).toContain('Gewerbe anmelden;')
})
