import { eventsAbout } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import type { Audience, Case, CasePhoto, Message, TimelineEntry } from './case.rules.ts'
import { messagesNamed } from './message.sql.ts'
import { photosOfAll } from './photo.ts'
import { namesOf } from './unit.sql.ts'

/** What readers of an audience may see. */
export const seenBy: Record<Audience, readonly Audience[]> = {
  public: ['public'],
  parties: ['public', 'parties'],
  internal: ['public', 'parties', 'internal'],
}

/**
 * What happened to a case, oldest first, as far as `audience` may know. Events of cases name what they refer to: `messageId`,
 * `unitId` (who did it), `toUnitId`, `personId`, `reason` (a code); texts and names are looked up here, none stands in an event.
 */
export async function timelineOf(ctx: Ctx, { id: caseId, kind }: Pick<Case, 'id' | 'kind'>, audience: Audience): Promise<TimelineEntry[]> {
  const audiences = seenBy[audience]
  const events = await eventsAbout(ctx, { type: 'case', id: caseId }, audiences, { limit: 500 })
  return await entriesOf(ctx, { events, audience, caseKind: kind, caseOf: () => caseId, caseIds: [caseId] })
}

/** Lines of a timeline out of events that happened to `caseIds`, each to the one that `caseOf` says. */
export async function entriesOf(
  ctx: Ctx,
  {
    events,
    audience,
    caseKind,
    caseOf,
    caseIds,
    mayRead = () => true,
  }: {
    events: readonly Happened[]
    audience: Audience
    caseKind: string
    caseOf: (event: Happened) => string
    caseIds: readonly string[]
    /** Narrows what was said and shown with an event, beside its audience. */
    mayRead?: (one: Pick<Message, 'caseId' | 'audience'> & { shared?: boolean }) => boolean
  },
): Promise<TimelineEntry[]> {
  const audiences = seenBy[audience]
  const said = events.flatMap(({ data }) => (typeof data.messageId === 'string' ? [data.messageId] : []))
  const [named, shown] = await Promise.all([messagesNamed(ctx, caseIds, said), photosOfAll(ctx, caseIds, audiences)])
  const messages = new Map(named.filter((one) => audiences.includes(one.audience) && mayRead(one)).map((one) => [one.id, one]))
  const photos = shown.filter(mayRead)
  const units = await namesOf(
    ctx,
    'core.organisation',
    events.flatMap(({ data }) => [data.unitId, data.toUnitId].filter((id): id is string => typeof id === 'string')),
  )
  const people =
    audience === 'internal'
      ? await namesOf(
          ctx,
          'core.person',
          events.flatMap(({ actor, data }) =>
            [actor.personId, data.personId, data.coverFor].filter((id): id is string => typeof id === 'string'),
          ),
        )
      : new Map<string, string>()
  return events.map((event) =>
    entryOf(ctx, event, caseOf(event), { messages, photos, units, people, internal: audience === 'internal', caseKind }),
  )
}

type Known = {
  messages: ReadonlyMap<string, Message>
  photos: readonly CasePhoto[]
  units: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  internal: boolean
  caseKind: string
}

function entryOf(ctx: Ctx, event: Happened, caseId: string, { messages, photos, units, people, internal, caseKind }: Known): TimelineEntry {
  const { data, actor } = event
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const unitName = units.get(text(data.unitId) ?? '')
  return {
    id: event.id,
    kind: event.kind,
    at: event.at,
    audience: event.audience,
    title: {
      key: `${caseKind}.event.${event.kind}`,
      params: {
        unit: unitName ?? '',
        toUnit: units.get(text(data.toUnitId) ?? '') ?? '',
        person: people.get(text(data.personId) ?? '') ?? 'none',
        reason: text(data.reason) ?? '',
        day: dayIn(ctx, text(data.day)),
        number: text(data.otherNumber) ?? text(data.number) ?? '',
        count: typeof data.count === 'number' ? data.count : 0,
      },
    },
    role: actor.role,
    caseId,
    otherNumber: undefined,
    partyId: text(data.partyId),
    unitName,
    personName: internal ? people.get(actor.personId ?? '') : undefined,
    coverName: internal ? people.get(text(data.coverFor) ?? '') : undefined,
    text: messages.get(text(data.messageId) ?? '')?.text,
    photos: photos.filter(({ eventId }) => eventId === event.id),
  }
}

/** `2026-05-12` as people of the locale write it; `none` lets a sentence leave it out. */
const dayIn = (ctx: Ctx, day: string | undefined): string =>
  day && /^\d{4}-\d\d-\d\d$/.test(day)
    ? new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
    : 'none'
