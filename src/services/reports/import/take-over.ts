import { districtAt } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { noteChange } from '../../cases/change.sql.ts'
import { newNumber, readNumber } from '../../cases/number.rules.ts'
import type { Category } from '../category.rules.ts'
import { dueAfter } from '../due.rules.ts'
import { withoutFindings } from '../personal.rules.ts'
import { type ReportState, reportProcess } from '../report.rules.ts'
import { digestOf, type Foreign, type NotTaken, refusalOf, type Taken } from './foreign.rules.ts'
import {
  endOffers,
  holdSource,
  type ImportedCase,
  type ImportedEvent,
  type ImportedMessage,
  insertCases,
  insertOffers,
  insertQuietEvents,
  insertWords,
  type Known,
  knownAmong,
  type Mark,
  noteRefusals,
  putMarks,
  takenNumbers,
  updateCase,
} from './import.sql.ts'

export type Page = { source: string; reports: readonly Foreign[]; categoryOf: (report: Foreign) => Category }

/**
 * Takes over a page of reports from another system, some hundred at once. What is known by its number there is not taken twice: where the
 * other system says something else now it is changed, unless somebody has worked on it here. Nobody is told of anything.
 */
export async function takeOver(ctx: Ctx, { source, reports, categoryOf }: Page): Promise<Taken> {
  await holdSource(ctx, source)
  const once = [...new Map(reports.map((report) => [report.id, report])).values()]
  const known = await knownAmong(
    ctx,
    source,
    once.map(({ id }) => id),
  )
  const refused = new Map<string, NotTaken>()
  const fresh: Foreign[] = []
  const other: { report: Foreign; known: Known & { caseId: string } }[] = []
  let same = 0
  for (const report of once) {
    const before = known.get(report.id)
    const why = refusalOf(report, ctx.town, ctx.now())
    if (why) refused.set(report.id, why)
    else if (!before) fresh.push(report)
    else if (!before.caseId || before.digest.equals(digestOf(report))) same += 1
    else if (!before.mine) refused.set(report.id, 'changedHere')
    else other.push({ report, known: { ...before, caseId: before.caseId } })
  }
  await add(ctx, source, fresh, categoryOf)
  for (const one of other) await change(ctx, source, one, categoryOf(one.report))
  await noteRefusals(
    ctx,
    source,
    once.map(({ id }) => id),
    refused,
  )
  if (fresh.length + other.length > 0) announce(ctx, ['report', 'work', 'word', 'desk'])
  return { added: fresh.length, changed: other.length, same, refused }
}

async function add(ctx: Ctx, source: string, reports: readonly Foreign[], categoryOf: Page['categoryOf']): Promise<void> {
  if (reports.length === 0) return
  const numbers = await freeNumbers(ctx, reports)
  const made: Made[] = []
  for (const report of reports)
    made.push(await makeCase(ctx, report, categoryOf(report), { id: newId(report.sentAt!.getTime()), number: numbers.get(report.id)! }))
  await insertCases(
    ctx,
    made.map(({ it }) => it),
  )
  await insertWords(
    ctx,
    made.flatMap(({ word }) => word ?? []),
  )
  await insertOffers(ctx, made.flatMap(offerOf))
  await insertQuietEvents(
    ctx,
    made.flatMap((one) => [...begunEvents(one), ...endEvents(one)]),
  )
  await putMarks(
    ctx,
    source,
    made.map(({ it, report }) => markOf(report, it.id, 1)),
  )
  await noteChange(
    ctx,
    made.map(({ it }) => ({ type: 'case', id: it.id })),
  )
}

/** The number it has there where it can be one of ours, else a new one. */
async function freeNumbers(ctx: Ctx, reports: readonly Foreign[]): Promise<Map<string, string>> {
  const wanted = new Map(reports.map(({ id }) => [id, id.startsWith('M-') && readNumber(id) === id ? id : newNumber('M')]))
  const taken = await takenNumbers(ctx, [...wanted.values()])
  const used = new Set<string>()
  for (const [id, number] of wanted) {
    let free = number
    while (taken.has(free) || used.has(free)) free = newNumber('M')
    used.add(free)
    wanted.set(id, free)
  }
  return wanted
}

type Made = { report: Foreign; it: ImportedCase; word: ImportedMessage | undefined; category: Category }

/** Longer texts are cut: the tables hold no more. */
const TEXT = 4_000
const LABEL = 200

async function makeCase(ctx: Ctx, report: Foreign, category: Category, { id, number }: { id: string; number: string }): Promise<Made> {
  const { lat, lon, sentAt, outcome } = report as Foreign & { lat: number; lon: number; sentAt: Date }
  const ended = outcome !== 'open'
  const state: ReportState = ended ? outcome : category.unitId ? 'assigned' : 'triage'
  const changedAt = latest(sentAt, report.changedAt, ctx.now())
  const text = (report.text || report.serviceName).slice(0, TEXT)
  const published = category.publish !== 'never'
  const said = withoutFindings(report.word).slice(0, TEXT).trim()
  return {
    report,
    category,
    it: {
      ...{ id, number, lat, lon, text, published, state, stage: reportProcess.states[state] },
      typeId: category.id,
      title: category.name.de,
      placeLabel: (report.address || `${lat.toFixed(5)}, ${lon.toFixed(5)}`).slice(0, LABEL),
      unitId: ended ? undefined : category.unitId,
      districtId: (await districtAt(ctx, { lat, lon }))?.id,
      publicText: published ? withoutFindings(text).slice(0, TEXT) : '',
      receivedAt: sentAt,
      updatedAt: changedAt,
      dueAt: report.expectedAt ?? dueAfter(sentAt, category.deadlineDays, ctx.town),
      closedAt: ended ? changedAt : undefined,
      // Why it ended without a repair nobody says; it is kept as long as what was not found.
      result: outcome === 'done' ? 'done' : outcome === 'ended' ? 'notFound' : undefined,
    },
    word: said && published ? { caseId: id, id: newId(changedAt.getTime()), text: said, at: changedAt } : undefined,
  }
}

/** When it changed last, but neither before it was sent nor after now. */
const latest = (sentAt: Date, changedAt: Date | undefined, now: Date): Date =>
  new Date(Math.max(sentAt.getTime(), Math.min(now.getTime(), (changedAt ?? sentAt).getTime())))

const offerOf = ({ it }: Made) =>
  it.unitId ? [{ caseId: it.id, id: newId(it.receivedAt.getTime()), unitId: it.unitId, since: it.receivedAt }] : []

const eventOf = (it: ImportedCase, kind: string, audience: string, at: Date, data: Record<string, unknown> = {}): ImportedEvent => ({
  id: newId(at.getTime()),
  kind,
  audience: audience === 'public' && !it.published ? 'parties' : audience,
  at,
  caseId: it.id,
  data: { number: it.number, ...data },
})

const begunEvents = ({ it }: Made): ImportedEvent[] => [
  eventOf(it, 'report.sent', 'parties', it.receivedAt, { to: it.state }),
  ...(it.published ? [eventOf(it, 'report.published', 'public', it.receivedAt)] : []),
  ...(it.unitId ? [eventOf(it, 'report.routed', 'internal', it.receivedAt, { toUnitId: it.unitId, to: it.state })] : []),
]

/** How it ended, or what the town said last. */
function endEvents({ it, word }: Made): ImportedEvent[] {
  const said = word ? { messageId: word.id } : {}
  if (!it.closedAt) return word ? [eventOf(it, 'word.given', 'public', word.at, said)] : []
  return [eventOf(it, it.state === 'done' ? 'work.done' : 'report.ended', 'public', it.closedAt, { to: it.state, ...said })]
}

const markOf = (report: Foreign, caseId: string, version: number): Mark => ({
  id: report.id,
  caseId,
  digest: digestOf(report),
  version,
  photoUrl: report.photoUrl,
})

async function change(
  ctx: Ctx,
  source: string,
  { report, known }: { report: Foreign; known: Known & { caseId: string } },
  category: Category,
): Promise<void> {
  const made = await makeCase(ctx, report, category, { id: known.caseId, number: known.number })
  const version = await updateCase(ctx, made.it)
  const before = known.state as ReportState
  const [was, is] = [reportProcess.ends.includes(before), made.it.closedAt !== undefined]
  if (!was && is) await endOffers(ctx, known.caseId)
  if (was && !is) await insertOffers(ctx, offerOf(made))
  if (was !== is || before !== made.it.state) {
    await insertWords(ctx, made.word ? [made.word] : [])
    const reopened =
      was && !is ? [eventOf(made.it, 'report.reopened', 'public', made.it.updatedAt, { from: before, to: made.it.state })] : []
    await insertQuietEvents(ctx, [...reopened, ...endEvents(made)])
  }
  await putMarks(ctx, source, [markOf(report, known.caseId, version)])
  await noteChange(ctx, [{ type: 'case', id: known.caseId }])
}
