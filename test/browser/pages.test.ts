import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../setup/chromium.ts'
import { type Stop, stopsOf } from './pages/addresses.ts'
import { emptyStops } from './pages/empty.ts'
import { emptyForms, sentEmpty } from './pages/empty-forms.ts'
import { type Combination, everyCombination, fourCombinations } from './pages/matrix.ts'
import { demoRoutes } from './pages/routes.ts'
import { look, openViewer } from './pages/viewer.ts'

const url = inject('demoUrl')
/** `npm run test:pages` looks at every page in all eight. */
const combinations = process.env.EVERY_COMBINATION ? everyCombination : fourCombinations

let browser: Browser
let stops: Stop[]
beforeAll(async () => {
  const [opened, ofRoutes, empty] = await Promise.all([launchBrowser(), stopsOf(url, demoRoutes), emptyStops(url)])
  browser = opened
  stops = [...ofRoutes.flatMap((route) => (Array.isArray(route.stops) ? route.stops : [])), ...empty]
  expect(stops.length).toBeGreaterThan(130)
})
afterAll(() => browser?.close())

/** Looks at all of them in two windows at once; what is wrong, by page. */
async function lookAtAll<T extends Stop>(seen: Combination, all: readonly T[], after?: (one: T) => (page: Page) => Promise<number>) {
  const queue = [...all]
  const wrong: Record<string, string[]> = {}
  const work = async (): Promise<void> => {
    const viewer = await openViewer(browser, seen)
    for (let one = queue.shift(); one; one = queue.shift()) {
      const found = await look(viewer, url, one, after?.(one))
      if (found.length > 0) wrong[`${one.path} ${one.what ?? ''}`] = found
    }
    await viewer.context.close()
  }
  await Promise.all([work(), work()])
  return wrong
}

describe.each(combinations)('$locale, $width px, $theme', (seen) => {
  it('axe finds nothing on any page, none is too wide, the browser has nothing to complain about', async () => {
    expect(await lookAtAll(seen, stops)).toEqual({})
  }, 900_000)

  it('nor on any form that was sent empty', async () => {
    const forms = await emptyForms(demoRoutes, stops)
    expect(forms.length).toBeGreaterThan(30)
    const refused = forms.map(({ route, action, at }) => ({ ...at, action, what: `POST ${route}`, status: 422 }))
    expect(await lookAtAll(seen, refused, ({ action }) => sentEmpty(action))).toEqual({})
  }, 900_000)
})
