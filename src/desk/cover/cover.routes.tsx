import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  absencesOf,
  CoverInput,
  coverable,
  ENTER_COVER,
  endCover,
  enterCover,
  type Holder,
  holdersOf,
  MANAGE_COVER,
  myCovers,
  possibleDeputies,
} from '#services/cases/index.ts'
import { MINE, MyCoverPage, UNIT, UnitCoverPage } from './cover.view.tsx'

const At = z.object({ id: z.uuid() })
const said = (to: string, text: string) => ({ to, flash: { kind: 'success' as const, text } })
const own = { may: ENTER_COVER, audience: 'staff' } as const
const unit = { may: MANAGE_COVER, audience: 'staff' } as const

export const coverRoutes = [
  get(MINE, { ...own, show: (ctx) => minePage(ctx, blank) }),
  post(MINE, {
    ...own,
    form: CoverInput.omit({ personId: true }),
    run: enterCover,
    done: () => said(MINE, 'cover.saved'),
    again: (ctx, form) => minePage(ctx, form),
  }),
  post(`${MINE}/:id{[0-9a-f-]{36}}/ende`, {
    ...own,
    params: At,
    form: z.object({}),
    run: endCover,
    done: () => said(MINE, 'cover.ended'),
    again: (ctx, form) => minePage(ctx, form),
  }),

  get(UNIT, { ...unit, show: (ctx) => unitPage(ctx, blank) }),
  post(UNIT, {
    ...unit,
    form: CoverInput.extend({ personId: z.uuid() }),
    run: enterCover,
    done: () => said(UNIT, 'cover.saved'),
    again: (ctx, form) => unitPage(ctx, form),
  }),
  post(`${UNIT}/:id{[0-9a-f-]{36}}/ende`, {
    ...unit,
    params: At,
    form: z.object({}),
    run: endCover,
    done: () => said(UNIT, 'cover.ended'),
    again: (ctx, form) => unitPage(ctx, form),
  }),
]

const todayOf = (ctx: Ctx) => dayIn(ctx.now(), ctx.town.timeZone)

const minePage = async (ctx: Ctx, form: Again) => (
  <MyCoverPage
    {...(await myCovers(ctx))}
    deputies={ctx.actor.personId ? await possibleDeputies(ctx, ctx.actor.personId) : []}
    form={form}
    today={todayOf(ctx)}
  />
)

async function unitPage(ctx: Ctx, form: Again) {
  const people = await coverable(ctx)
  const everywhere = await holdersOf(ctx, ['dispatcher', 'lead'])
  const deputies = [...new Map([...people, ...everywhere].map((one): [string, Holder] => [one.id, one])).values()]
  const covers = await absencesOf(
    ctx,
    people.map(({ id }) => id),
  )
  return <UnitCoverPage covers={covers} people={people} deputies={deputies} form={form} today={todayOf(ctx)} />
}
