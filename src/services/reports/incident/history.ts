import { eventKinds, eventsAboutAny } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import { type Audience, type Case, casesById, type TimelineEntry, timelineOf } from '../../cases/index.ts'
import { entriesOf, seenBy } from '../../cases/timeline.ts'
import { inWindow, seenOf, windowsOf } from './history.rules.ts'
import { membershipsAround } from './incident.sql.ts'

/** As many events as one history shows, the newest. */
const MOST_EVENTS = 1_000

/** What concerns the report alone to which it happened; among several of one damage it would only be noise. */
const own: ReadonlySet<string> = new Set([
  'report.published',
  'report.recategorised',
  'report.moved',
  'report.joined',
  'report.hidden',
  'report.shown',
  'report.reworded',
  'report.photoRedacted',
  'report.photoHidden',
  'report.photoShown',
])
const concernsOne = (kind: string): boolean => own.has(kind) || kind.startsWith('promise.')

/**
 * What happened to a report, oldest first: with what happened to those it belongs together with, and of earlier company what happened
 * in the time together. Each event keeps its audience.
 */
export async function historyOf(ctx: Ctx, it: Case, audience: Audience): Promise<TimelineEntry[]> {
  const known = await membershipsAround(ctx, it.id)
  if (known.length === 0) return await timelineOf(ctx, it, audience)
  const windows = windowsOf(it.id, known)
  const ids = [...new Set(windows.map(({ caseId }) => caseId))]
  const cases = await casesById(ctx, ids)
  const [byNumber, byId] = [new Map(cases.map((one) => [one.number, one])), new Map(cases.map((one) => [one.id, one]))]
  const caseOf = ({ data, about }: Happened): Case => byNumber.get(String(data.number)) ?? byId.get(about[0]?.id ?? '') ?? it
  const kinds = new Map(eventKinds().map((kind) => [kind.kind, kind.audience]))
  const standing = it.incidentId ?? it.id
  const shown: Happened[] = []
  const bare = new Set<string>()
  for (const event of await eventsAboutAny(ctx, 'case', ids, seenBy[audience], MOST_EVENTS)) {
    const of = caseOf(event)
    const aboutIt = of.id === it.id || event.about.some(({ id }) => id === it.id)
    if (!aboutIt && !windows.some((window) => window.caseId === of.id && inWindow(event.at, window))) continue
    if (!aboutIt && audience !== 'internal' && of.id !== standing && concernsOne(event.kind)) continue
    const { audience: shownTo, kind, data } = event
    const heard = { caseId: of.id, audience: shownTo, kindAudience: kinds.get(kind) ?? 'internal', shared: data.shared === true }
    const how = seenOf({ caseId: it.id, audience }, { ...heard, published: of.published })
    if (how !== 'nothing') shown.push(event)
    if (how === 'bare') bare.add(event.id)
  }
  const entries = await entriesOf(ctx, {
    events: shown,
    audience,
    caseKind: it.kind,
    caseOf: (event) => caseOf(event).id,
    caseIds: ids,
    mayRead: (one) => audience === 'internal' || one.caseId === it.id || one.audience === 'public' || one.shared === true,
  })
  const moved = new Set(shown.flatMap(({ id, about }) => (about.some((subject) => subject.id === it.id) ? [id] : [])))
  return entries.map((entry) =>
    seenFrom(it, byId.get(entry.caseId) ?? it, entry, { audience, bare: bare.has(entry.id), moved: moved.has(entry.id) }),
  )
}

type How = { audience: Audience; bare: boolean /** It is about the reader's case as well. */; moved: boolean }

/** What happened to another report says which one it was, as far as its number may be known. */
function seenFrom(it: Case, of: Case, entry: TimelineEntry, { audience, bare, moved }: How): TimelineEntry {
  if (of.id === it.id) return entry
  const otherNumber = of.published || audience === 'internal' ? of.number : undefined
  const { title } = entry
  const joined = moved && (entry.kind === 'report.merged' || entry.kind === 'report.split')
  return {
    ...entry,
    otherNumber: joined ? undefined : otherNumber,
    title: joined ? { key: `${title.key}.member`, params: { ...title.params, number: otherNumber ?? 'none' } } : title,
    ...(bare ? { text: undefined, photos: [] } : {}),
  }
}
