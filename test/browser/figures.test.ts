import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { root } from '#platform/root.ts'
import { launchBrowser } from '../setup/chromium.ts'
import { shapeFindings } from '../setup/look.ts'

const url = inject('demoUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const countIn = (words: string | null) => Number(/^(\d[\d.]*) Meldungen in dieser Auswahl$/.exec(words ?? '')?.[1]?.replaceAll('.', ''))

describe('figures', () => {
  it('on a phone without script: from the list to the figures, one district, the table behind a chart, its file', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE', javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${url}/meldungen`)
    await page.getByRole('link', { name: 'Zahlen', exact: true }).click()
    const result = page.locator('.filter-bar__result p')
    const all = countIn(await result.textContent())
    expect(all).toBeGreaterThan(100)
    await page.getByLabel('Ortsteil', { exact: true }).selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Anwenden' }).click()
    const some = countIn(await result.textContent())
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
    expect(await shapeFindings(page, 'de')).toEqual([])

    const chart = page.locator('.chart', { hasText: 'Eingegangen und erledigt' })
    await chart.getByText('Als Tabelle zeigen').click()
    const received = await chart.locator('tbody tr td:nth-of-type(1)').allTextContents()
    expect(received.map(Number).reduce((sum, n) => sum + n, 0)).toBe(some)

    const file = await page.getByRole('link', { name: 'Monate als CSV' }).getAttribute('href')
    const csv = await (await context.request.get(new URL(file ?? '', url).href)).text()
    const inFile = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(';')[2]))
    expect(inFile.reduce((sum, n) => sum + n, 0)).toBe(some)
    await context.close()
  })

  it('a part of a table leads to its own figures, and choosing sends itself; on paper nothing is folded', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })).newPage()
    await page.goto(`${url}/meldungen/zahlen`)
    const units = page.locator('section', { has: page.getByRole('heading', { name: 'Nach Amt' }) })
    const [name] = await units.locator('tbody th a').allTextContents()
    await units.locator('tbody th a').first().click()
    await page.waitForURL(/amt=/)
    expect(await page.getByLabel('Amt', { exact: true }).locator('option:checked').textContent()).toBe(name)
    await page.getByLabel('Zeitraum', { exact: true }).selectOption('alles')
    await page.waitForURL(/zeit=alles/)
    await page.goto(`${url}/meldungen/zahlen`)
    const folded = page.locator('.figures__more tbody tr').first()
    expect(await folded.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await folded.isVisible()).toBe(true)
    expect(await page.locator('.filter-bar__fields').isVisible()).toBe(false)
    await page.close()
  })

  it.each([
    ['', []],
    ['?zeit=alles', []],
    ['?zeit=alles&art=gruppe:light', ['--group', 'light']],
    ['?zeit=alles&amt=roads', ['--unit', 'roads']],
  ])('a stranger computes the same from the open data of the demo (%s)', async (query, options) => {
    const { figures } = await (await fetch(`${url}/meldungen/zahlen.json${query}`)).json()
    const { from, to } = figures.period
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, 'scripts/report-figures.mjs'),
      `${url}/meldungen.csv`,
      '--json',
      ...(from ? ['--from', from] : []),
      ...(to ? ['--to', to] : []),
      ...options,
    ])
    expect(JSON.parse(stdout)).toEqual(figures)
    expect(figures.total.received).toBeGreaterThan(10)
    expect(figures.total.promisesKept + figures.total.targetsKept).toBeGreaterThan(0)
  })
})
