import type { Page } from 'playwright'
import type { z } from 'zod'
import type { Route } from '#platform/http/route.ts'
import type { Stop } from './addresses.ts'

/** A form sent with nothing in it is refused, so that its error state can be seen. `at` is a page on which the form stands. */
export type EmptyForm = { route: string; action: string; at: Stop }

/** A person cannot send these empty: they are for programs, or consist of buttons that are values themselves. */
const neverEmpty = [
  '/meldungen',
  '/meldungen/ohne-netz',
  '/demo/anmelden',
  '/amt/meldungen/ansichten/loeschen',
  '/amt/antraege/ansichten/loeschen',
]

/** Nothing in the demo waits for these; their errors are looked at in tests of their own. */
const notInTheDemo = [
  '/amt/post',
  // No workflow of the demo waits for a review or has a day ahead; the same steps are looked at with forms.
  ...['rueckgabe', 'termin', 'termin/jetzt', 'termin/rueckholung'].map((step) => `/verwaltung/ablaeufe/:key/entwurf/${step}`),
]

/** Every form that cannot be sent empty, with a page on which it stands. Fails for one that stands nowhere. */
export async function emptyForms(routes: readonly Route[], stops: readonly Stop[]): Promise<EmptyForm[]> {
  const wanted = routes.filter(
    (route) =>
      route.method === 'POST' &&
      'form' in route &&
      !(route.form as z.ZodType).safeParse({}).success &&
      ![...neverEmpty, ...notInTheDemo].includes(route.path),
  )
  const found = new Map<string, EmptyForm>()
  for (const stop of stops.filter(({ origin, status }) => !origin && !status)) {
    const { body } = await stop.as.get(stop.path)
    // What stands in a template is filled in by a script; nobody can send it as it is.
    const sendable = body.replace(/<template[\s\S]*?<\/template>/g, '')
    for (const [, action = ''] of sendable.matchAll(/ (?:method="post" |form)action="([^"]+)"/g)) {
      const route = wanted.find(({ path }) => pattern(path).test(action))
      if (route && !found.has(route.path)) found.set(route.path, { route: route.path, action, at: stop })
    }
  }
  const nowhere = wanted.map(({ path }) => path).filter((path) => !found.has(path))
  if (nowhere.length > 0) throw new Error(`no page has a form for ${nowhere.join(', ')}`)
  return [...found.values()]
}

const WAIT = { timeout: 10_000 }

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+(?:\{((?:[^{}]|\{\d+\})*)\})?/g, (_, only?: string) => only ?? '[^/?]+')}$`)

/** Empties the form and sends it past the browser's own checks. Returns the status of the answer. */
export const sentEmpty =
  (action: string) =>
  async (page: Page): Promise<number> => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST' && response.request().isNavigationRequest(), WAIT),
      page.waitForEvent('load', WAIT),
      page.evaluate((wanted) => {
        const is = (address: string | null) => address?.endsWith(wanted) === true
        const form = [...document.forms].find(
          (each) => (each.method === 'post' && is(each.getAttribute('action'))) || each.querySelector(`[formaction="${wanted}"]`) !== null,
        )
        if (!form) throw new Error(`no form for ${wanted}`)
        for (const field of form.elements) {
          if (field instanceof HTMLInputElement && field.name !== '_key') {
            field.checked = false
            if (!['checkbox', 'radio', 'file'].includes(field.type)) field.value = ''
          }
          if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = ''
        }
        form.action = wanted
        form.method = 'post'
        HTMLFormElement.prototype.submit.call(form)
      }, action),
    ])
    return answer.status()
  }
