import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleFrame } from '../../src/design/gallery/sample-frame.ts'
import { ErrorPage, GalleryPage } from '../../src/design/index.ts'
import { designTexts } from '../../src/design/texts.ts'
import { registerTexts } from '../../src/platform/text.ts'
import type { Frame } from '../../src/platform/view.ts'
import { fourCombinations } from '../browser/pages/matrix.ts'
import { launchBrowser } from '../setup/chromium.ts'
import { staticHouse } from './static-house.ts'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

let browser: Browser
let house: Awaited<ReturnType<typeof staticHouse>>

beforeAll(async () => {
  registerTexts(designTexts)
  ;[browser, house] = await Promise.all([launchBrowser(), staticHouse()])
})
afterAll(() => browser?.close())

const pages = {
  gallery: () => <GalleryPage />,
  error: () => <ErrorPage status={404} title="Diese Seite gibt es nicht" text="Vielleicht wurde sie umgezogen." reference="K7-22F9" />,
}

async function open(page: keyof typeof pages, width: number, frame: Partial<Frame>) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const tab = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  await tab.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    asked.push(pathname)
    // Nothing happens in this house: the stream of changes stays open and silent.
    if (pathname === '/live') return route.fulfill({ body: '', headers: { 'content-type': 'text/event-stream' } })
    return route.fulfill(house.asset(pathname) ?? house.page(sampleFrame(frame), pages[page]))
  })
  await tab.goto('http://stadt.example/design')
  await tab.waitForLoadState('networkidle')
  return { tab, complaints, asked, close: () => context.close() }
}

const looks = fourCombinations.flatMap(({ locale, looks }) => looks.map((look) => ({ locale, ...look })))

it.each(looks)('axe finds nothing in $locale, $width px, $theme, and the browser has nothing to complain about', async (look) => {
  const { locale, width, theme } = look
  for (const page of ['gallery', 'error'] as const) {
    const { tab, complaints, close } = await open(page, width, {
      theme,
      locale,
      ...(page === 'error' ? { person: undefined, flash: [] } : {}),
    })
    await tab.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await tab.evaluate(axe)
    const found = await tab.evaluate(
      'axe.run().then((r) => r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ; ")}`))',
    )
    expect(found).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }
})

it('nothing is wider than a phone of 320 px, which is also 400 % on a desk', async () => {
  const { tab, close } = await open('gallery', 320, {})
  await tab.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await close()
})

it('the menu opens and closes on a phone without a script', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill(house.asset(pathname) ?? house.page(sampleFrame(), pages.gallery))
  })
  await tab.goto('http://stadt.example/design')
  const entry = tab.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Meldungen' })
  expect(await entry.isVisible()).toBe(false)
  await tab.getByRole('button', { name: 'Menü' }).click()
  expect(await entry.isVisible()).toBe(true)
  await tab.getByRole('button', { name: 'Schließen' }).click()
  expect(await entry.isVisible()).toBe(false)
  await context.close()
})

it('keys move along a list, tick a row and find the search', async () => {
  const { tab, close } = await open('gallery', 1280, {})
  await tab.locator('body').click({ position: { x: 5, y: 400 } })
  const row = tab.locator('.table__row').first()
  await tab.waitForFunction(() => !document.querySelector<HTMLInputElement>('[data-select-all-target=all]')?.hidden)
  await tab.keyboard.press('j')
  await expect.poll(() => row.getAttribute('data-current')).toBe('')
  await tab.keyboard.press('x')
  expect(await row.locator('input').isChecked()).toBe(true)
  await tab.keyboard.press('/')
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('town-search')
  await close()
})

it('a page that uses every component asks for at most 60 KB of script and 110 KB with its styles, compressed', async () => {
  const { asked, close } = await open('gallery', 1280, {})
  const weight = (kind: string) =>
    asked.filter((name) => name.endsWith(kind)).reduce((sum, name) => sum + gzipSync(house.asset(name)?.body ?? '').length, 0)
  expect(weight('.js')).toBeGreaterThan(10_000)
  expect(weight('.js')).toBeLessThan(60_000)
  expect(weight('.js') + weight('.css')).toBeLessThan(110_000)
  await close()
})
