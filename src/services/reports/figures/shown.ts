import { nameIn } from '#core/organisations/index.ts'
import { districtsOf } from '#core/places/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { categories, categoryGroups } from '../catalogue.sql.ts'
import type { CategoryGroup } from '../category.rules.ts'
import { figuresSpan, figuresState } from './figure.sql.ts'
import { type Overview, overviewOf } from './overview.ts'
import { choiceOf, type FiguresQuery, type Known } from './query.ts'
import type { Names } from './words.ts'

export type Shown = {
  overview: Overview
  known: Known & { groups: readonly CategoryGroup[] }
  names: Names
  /** Undefined as long as they were never made. */
  asOf: Date | undefined
  changedAt: Date | undefined
  /** The first month in which there is anything, and this one. */
  first: string | undefined
  thisMonth: string
}

/** The figures that a query asks for, with the words that are needed to show them. */
export async function shownFigures(ctx: Ctx, query: FiguresQuery): Promise<Shown> {
  const { first, units } = await figuresSpan(ctx)
  const known = {
    categories: await categories(ctx, { closed: true }),
    groups: await categoryGroups(ctx),
    districts: await districtsOf(ctx),
    units: units.map(({ id, code, ...named }) => ({ id, code, name: nameIn(named, ctx.locale) })),
    now: ctx.now(),
    timeZone: ctx.town.timeZone,
  }
  const codes = (all: readonly { id: string; code: string }[]) => new Map(all.map(({ id, code }) => [id, code]))
  const state = await figuresState(ctx)
  return {
    overview: await overviewOf(ctx, choiceOf(query, known), {
      category: codes(known.categories),
      district: codes(known.districts),
      unit: codes(known.units),
    }),
    known,
    names: {
      category: new Map(known.categories.map(({ code, name }) => [code, name[ctx.locale] || name.de])),
      district: new Map(known.districts.map(({ code, name }) => [code, name])),
      unit: new Map(known.units.map(({ code, name }) => [code, name])),
    },
    asOf: state?.asOf,
    changedAt: state?.changedAt,
    first,
    thisMonth: dayIn(ctx.now(), ctx.town.timeZone).slice(0, 7),
  }
}
