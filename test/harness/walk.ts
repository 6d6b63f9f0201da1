import type { Route } from '#platform/http/route.ts'
import type { Seeded } from '#platform/seeded.ts'
import { parametersOf, routeAt, routesOf } from '../setup/routes.ts'
import type { Visitor } from '../setup/visitor.ts'
import { type BusyTown, inFullWork } from './busy-town.ts'
import { filled, formsIn, type PageForm } from './forms.ts'

type Spot = { path: string; who: Visitor }
/** A form that somebody has before her, filled in. `what` is its route, with the step where one form has several. */
export type Offer = { what: string; route: Route; spot: Spot; action: string; fields: Record<string, string[]> }

export type Walk = {
  /** Somebody with a form that was tried seldom so far; undefined where nothing is left. */
  next(): Promise<Offer | undefined>
  /** What followed on it. */
  went(offer: Offer, well: boolean, to: string | undefined): void
  /** How often each form was sent, and how often it was taken. */
  readonly tally: ReadonlyMap<string, { tried: number; taken: number }>
}

/** Who does these is not there afterwards, and the walk with her. */
const last = new Set(['/mein/konto/loeschen', '/abmelden', '/mein/konto/geraete/alle-abmelden'])
const PER_ROUTE = 3

/** Walks through all pages of a busy town and fills in what it finds there, what it knows least first. */
export async function walkThrough(town: BusyTown, chance: Seeded): Promise<Walk> {
  const { program, staff, citizen } = town
  // Those without parameters first, as a wider one would answer for them.
  const routes = routesOf(program.house).sort((a, b) => parametersOf(a.path).length - parametersOf(b.path).length)
  const getOf = (path: string) => routeAt(routes, 'GET', path)?.route
  const postOf = (path: string) => routeAt(routes, 'POST', path)?.route
  const own = [staff.personId, staff.organisationId!]
  const spots = new Map<string, Spot>()
  const perRoute = new Map<string, number>()
  const forms = new Map<string, { route: Route; spots: Set<Spot> }>()
  const tally = new Map<string, { tried: number; taken: number }>()

  const add = (spot: Spot): Spot | undefined => {
    const path = spot.path.split('#')[0]!
    const route = getOf(path)
    const count = perRoute.get(route?.path ?? '') ?? 0
    if (!route || spots.has(path) || own.some((id) => path.includes(id)) || (route.path.includes(':') && count >= 4 * PER_ROUTE))
      return undefined
    perRoute.set(route.path, count + 1)
    const added = { path, who: spot.who }
    spots.set(path, added)
    return added
  }
  const nameOf = (form: PageForm, route: Route): string => {
    const verb = form.controls.find(({ name, type }) => name === 'verb' && type === 'hidden')?.value
    return verb ? `${route.path} ${verb}` : route.path
  }
  async function look(spot: Spot): Promise<{ what: string; route: Route; form: PageForm }[]> {
    const page = await spot.who.get(spot.path)
    if (page.status !== 200 || !/html/.test(page.headers.get('content-type') ?? '')) return []
    const found = formsIn(page.body).flatMap((form) => {
      const route = postOf(form.action)
      return route && !('stream' in route) && !last.has(route.path) ? [{ what: nameOf(form, route), route, form }] : []
    })
    for (const { what, route } of found) {
      const known = forms.get(what) ?? { route, spots: new Set() }
      forms.set(what, known)
      known.spots.add(spot)
    }
    for (const [, href = ''] of page.body.matchAll(/href="(\/[^"]*)"/g)) {
      const path = href.replaceAll('&amp;', '&')
      const route = getOf(path)
      if (route?.path.includes(':') && (perRoute.get(route.path) ?? 0) < PER_ROUTE) {
        const more = add({ path, who: spot.who })
        if (more) await look(more)
      }
    }
    return found
  }

  for (const spot of await inFullWork(town)) add(spot)
  const nobody = program.visitor()
  for (const route of routes)
    if (route.method === 'GET' && !route.path.includes(':') && !/\.|^\/live/.test(route.path))
      add({ path: route.path, who: route.may === 'everyone' ? nobody : route.path.startsWith('/mein') ? citizen.visitor : staff.visitor })
  for (const spot of [...spots.values()]) await look(spot)

  return {
    tally,
    async next() {
      for (let tries = 0; tries < 40; tries += 1) {
        const candidates = [...forms].filter(([, { route, spots }]) => spots.size > 0 && !('repeat' in route && route.repeat === 'unkeyed'))
        if (candidates.length === 0) return undefined
        const least = Math.min(...candidates.map(([what]) => tally.get(what)?.tried ?? 0))
        const [what, known] = chance.pick(candidates.filter(([name]) => (tally.get(name)?.tried ?? 0) === least))
        const spot = chance.pick([...known.spots])
        const now = (await look(spot)).filter((one) => one.what === what)
        if (now.length === 0) {
          known.spots.delete(spot)
          continue
        }
        const { route, form } = chance.pick(now)
        return { what, route, spot, action: form.action, fields: filled(form, chance, program.clock.at) }
      }
      return undefined
    },
    went({ what, spot }, well, to) {
      const { tried, taken } = tally.get(what) ?? { tried: 0, taken: 0 }
      tally.set(what, { tried: tried + 1, taken: taken + (well ? 1 : 0) })
      if (well && to) add({ path: to, who: spot.who })
    },
  }
}
