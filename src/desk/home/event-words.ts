import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import { hasText } from '#platform/text.ts'
import { namesOf } from '#services/cases/index.ts'

/** What an event says in a list: `t(key, params)`, and who did it. */
export type EventWords = { key: string; params: Record<string, string | number>; who: string | undefined; role: string }

const staff: ReadonlySet<string> = new Set(['staff', 'moderator'])

/** Kinds of cases, whose timelines have words for events. */
const cases = ['report', 'application']

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Sentences for events, with the names that the events only refer to. Events without a sentence of their own show their kind. */
export async function wordsOf(ctx: Ctx, events: readonly Happened[]): Promise<Map<string, EventWords>> {
  const ids = (pick: (event: Happened) => unknown[]) => events.flatMap(pick).filter((id): id is string => typeof id === 'string')
  const units = await namesOf(
    ctx,
    'core.organisation',
    ids(({ data }) => [data.unitId, data.toUnitId]),
  )
  const people = await namesOf(
    ctx,
    'core.person',
    ids(({ actor, data }) => [actor.personId, data.personId]),
  )
  return new Map(
    events.map(({ id, kind, data, actor }) => {
      const params = {
        kind,
        unit: units.get(text(data.unitId)) ?? '',
        toUnit: units.get(text(data.toUnitId)) ?? '',
        person: people.get(text(data.personId)) ?? 'none',
        reason: text(data.reason),
        day: dayIn(ctx, text(data.day)),
        number: text(data.otherNumber) || text(data.number),
        count: typeof data.count === 'number' ? data.count : 0,
      }
      const key = cases.map((of) => `${of}.event.${kind}`).find((one) => hasText(one, ctx.locale)) ?? 'desk.event.other'
      // Citizens who acted are not named to everybody who may see the work list.
      const person = staff.has(actor.role) ? people.get(actor.personId ?? '') : undefined
      return [id, { key, params, who: person ?? units.get(text(data.unitId)), role: actor.role }]
    }),
  )
}

/** A day as people of the locale write it; `none` lets a sentence leave it out. */
const dayIn = (ctx: Ctx, day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day)
    ? new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
    : 'none'
