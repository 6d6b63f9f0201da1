import { z } from 'zod'
import { organisationsOf } from '#core/organisations/index.ts'
import { districtsOf, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  categories,
  categoryGroups,
  draftSheet,
  replayShown,
  takeBackVersion,
  tryRouting,
  versionList,
  versionSheet,
} from '#services/reports/index.ts'
import { DistrictsPage } from './districts.view.tsx'
import { DraftPage } from './draft.view.tsx'
import { DRAFT, type Names, ROUTING, type Tried } from './routing.parts.view.tsx'
import { RoutingPage } from './routing.view.tsx'
import { VersionPage } from './version.view.tsx'

export const common = { may: 'report.configure', audience: 'staff' } as const

export const Try = z.object({ kategorie: z.uuid().optional(), ort: z.string().trim().max(200).default('') })
const number = z.coerce.number().int().positive().max(2_000_000_000)
const At = z.object({ number })

export const routingRoutes = [
  get(ROUTING, {
    ...common,
    query: Try.extend({ vor: number.optional().catch(undefined) }),
    show: async (ctx, { query }) => (
      <RoutingPage
        list={await versionList(ctx, query.vor)}
        names={await namesFor(ctx)}
        query={query}
        tried={await tryOut(ctx, query, false)}
        form={blank}
      />
    ),
  }),

  get(`${ROUTING}/fassungen/:number{[0-9]+}`, { ...common, params: At, show: (ctx, { params }) => versionPage(ctx, params.number, blank) }),
  post(`${ROUTING}/fassungen/:number{[0-9]+}/zurueck`, {
    ...common,
    params: At,
    form: z.object({}),
    run: takeBackVersion,
    done: () => ({ to: DRAFT, flash: { kind: 'success', text: 'administration.version.takenBack' } }),
    again: (ctx, form, at) => versionPage(ctx, at.number, form),
  }),

  get('/verwaltung/ortsteile', { ...common, show: async (ctx) => <DistrictsPage districts={await districtsOf(ctx)} /> }),
]

/** What the pages of the rules need to name things; closed categories too, for earlier versions ask for them. */
export const namesFor = async (ctx: Ctx): Promise<Names> => ({
  categories: await categories(ctx, { closed: true }),
  groups: await categoryGroups(ctx),
  districts: await districtsOf(ctx),
  units: await organisationsOf(ctx, ['authority', 'department', 'team', 'contractor']),
  locale: ctx.locale,
})

/** Who would get a report of this category at this place. */
async function tryOut(ctx: Ctx, { kategorie, ort }: z.output<typeof Try>, draft: boolean): Promise<Tried | undefined> {
  if (!kategorie || !ort) return undefined
  const place = await resolvePlace(ctx, { placeText: ort })
  if (!place.ok) return { refusal: place.refusal }
  const routed = await tryRouting(ctx, { category: kategorie, place: place.value, draft })
  return routed.ok ? { place: place.value, routed: routed.value } : { refusal: routed.refusal }
}

export async function draftPage(ctx: Ctx, query: z.output<typeof Try>, form: Again, at?: 'decide') {
  const sheet = await draftSheet(ctx)
  return (
    <DraftPage
      sheet={sheet}
      replay={sheet && (await replayShown(ctx, sheet.version))}
      names={await namesFor(ctx)}
      query={query}
      tried={sheet && (await tryOut(ctx, query, true))}
      form={form}
      at={at}
    />
  )
}

async function versionPage(ctx: Ctx, wanted: number, form: Again) {
  const sheet = await versionSheet(ctx, wanted)
  return sheet && <VersionPage sheet={sheet} replay={await replayShown(ctx, sheet.version)} names={await namesFor(ctx)} form={form} />
}
