import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../setup/chromium.ts'
import { type Stop, stopsOf } from './addresses.ts'
import { emptyStops } from './empty.ts'
import { type EmptyForm, emptyForms, sentEmpty } from './empty-forms.ts'
import type { Combination } from './matrix.ts'
import { demoRoutes } from './routes.ts'
import { look, openViewer } from './viewer.ts'

export type Scope = { pages: readonly Combination[]; forms: readonly Combination[] }

/**
 * The tests that look at all pages of the registry with all that the demo has to show, to hide and to refuse. `demo` says where it
 * runs, once the tests begin.
 */
export function everyPage(demo: () => Promise<string>, { pages, forms }: Scope): void {
  let url: string
  let browser: Browser
  let stops: Stop[]
  let refused: (Stop & { form: EmptyForm })[]
  let madeAt = 0
  beforeAll(async () => {
    url = await demo()
    browser = await launchBrowser()
  })
  /** Codes and half signed-in people among them are good for ten minutes. */
  const prepare = async (): Promise<void> => {
    if (Date.now() - madeAt < 5 * 60_000) return
    const [ofRoutes, empty] = await Promise.all([stopsOf(url, demoRoutes), emptyStops(url)])
    stops = [...ofRoutes.flatMap((route) => (Array.isArray(route.stops) ? route.stops : [])), ...empty]
    const found = await emptyForms(demoRoutes, stops)
    refused = found.map((form) => ({ ...form.at, form, what: `POST ${form.route}`, status: 422 }))
    madeAt = Date.now()
  }
  afterAll(() => browser?.close())

  /** Looks at all of them in two windows at once; what is wrong, by page. */
  async function lookAtAll<T extends Stop>(seen: Combination, all: readonly T[], after?: (one: T) => (page: Page) => Promise<number>) {
    const queue = [...all]
    const wrong: Record<string, string[]> = {}
    const work = async (): Promise<void> => {
      const viewer = await openViewer(browser, seen)
      for (let one = queue.shift(); one; one = queue.shift()) {
        const found = await look(viewer, url, one, after?.(one)).catch((error) => [String(error)])
        if (found.length > 0) wrong[`${one.path} ${one.what ?? ''}`] = found
      }
      await viewer.context.close()
    }
    await Promise.all([work(), work()])
    return wrong
  }

  describe.each(pages)('$locale, $width px, $theme', (seen) => {
    it('axe finds nothing on any page, none is too wide, the browser has nothing to complain about', async () => {
      await prepare()
      expect(stops.length).toBeGreaterThan(130)
      expect(await lookAtAll(seen, stops)).toEqual({})
    }, 900_000)
  })

  describe.each(forms)('$locale, $width px, $theme', (seen) => {
    it('nor on any form that was sent empty', async () => {
      await prepare()
      expect(refused.length).toBeGreaterThan(30)
      expect(await lookAtAll(seen, refused, ({ form }) => sentEmpty(form.action))).toEqual({})
    }, 900_000)
  })
}
