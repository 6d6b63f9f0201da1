import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../setup/chromium.ts'
import { type Stop, stopsOf } from './addresses.ts'
import { emptyStops } from './empty.ts'
import { type EmptyForm, emptyForms, sentEmpty } from './empty-forms.ts'
import { named, type Round } from './matrix.ts'
import { demoRoutes } from './routes.ts'
import { look, openViewer } from './viewer.ts'

/** Two minutes where nothing else runs. What fails was looked at twice already. */
const LIMITS = { timeout: 1_800_000, retry: 0 }
/** So many pages do not go wrong by chance. */
const MANY = 20

/** With `shared` the rounds share the pages among them, so that each is looked at in one of them; else each round looks at all. */
export type Scope = { pages: readonly Round[]; forms: readonly Round[]; shared?: boolean }

/**
 * The tests that look at all pages of the registry with all that the demo has to show, to hide and to refuse. `demo` says where it
 * runs, once the tests begin.
 */
export function everyPage(demo: () => Promise<string>, { pages, forms, shared = false }: Scope): void {
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

  /** Looks at each in its turn in a window of its own; what is wrong, by page. */
  async function lookAtEach<T extends Stop>(round: Round, queue: T[], after?: (one: T) => (page: Page) => Promise<number>) {
    const wrong: { one: T; found: string[] }[] = []
    const viewer = await openViewer(browser, round)
    for (let one = queue.shift(); one; one = queue.shift()) {
      const found = await look(viewer, url, one, after?.(one)).catch((error) => [String(error)])
      if (found.length > 0) wrong.push({ one, found })
    }
    await viewer.context.close()
    return wrong
  }

  /**
   * Looks at all of them in two windows at once. Where something is wrong it looks again, at that page alone: on a machine with much
   * to do a picture comes too late now and then, and to begin with all pages anew would take minutes.
   */
  async function lookAtAll<T extends Stop>(round: Round, all: readonly T[], after?: (one: T) => (page: Page) => Promise<number>) {
    const queue = [...all]
    const first = await Promise.all([lookAtEach(round, queue, after), lookAtEach(round, queue, after)])
    const again = first.flat().map(({ one }) => one)
    const wrong = again.length > MANY ? first.flat() : await lookAtEach(round, again, after)
    return Object.fromEntries(wrong.map(({ one, found }) => [`${one.path} ${one.what ?? ''}`, found]))
  }

  describe.each(pages.map((round, nth) => ({ round, nth, name: named(round) })))('$name', ({ round, nth }) => {
    it('axe finds nothing on any page, none is too wide, the browser has nothing to complain about', LIMITS, async () => {
      await prepare()
      expect(stops.length).toBeGreaterThan(180)
      const own = shared ? stops.filter((_, index) => index % pages.length === nth) : stops
      expect(await lookAtAll(round, own)).toEqual({})
    })
  })

  describe.each(forms.map((round) => ({ round, name: named(round) })))('$name', ({ round }) => {
    it('nor on any form that was sent empty', LIMITS, async () => {
      await prepare()
      expect(refused.length).toBeGreaterThan(30)
      expect(await lookAtAll(round, refused, ({ form }) => sentEmpty(form.action))).toEqual({})
    })
  })
}
