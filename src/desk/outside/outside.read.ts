import { z } from 'zod'
import { searchPlaces } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import { textIn } from '#platform/text.ts'
import { type CasePhoto, photosOfAll, workingUnits } from '#services/cases/index.ts'
import { type Category, categories, type DeskReport, deskReport, type ReportVerb } from '#services/reports/index.ts'
import { offered } from '../case/index.ts'
import { inOrder, MOST_ON_TOUR, type Order, orders, outsideSteps } from './outside.rules.ts'
import { openStops, type StopRow } from './outside.sql.ts'

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit).optional().catch(undefined)

/** What the address says: order, position (of the device, or words for a place), whose, how many. */
export const WayQuery = z.object({
  reihe: z.enum(orders).optional().catch(undefined),
  nur: z.enum(['meine', 'alle']).default('alle').catch('alle'),
  lat: degrees(90),
  lon: degrees(180),
  ort: z.string().trim().max(200).default('').catch(''),
  zeigen: z.coerce.number().int().min(1).max(100).default(25).catch(25),
})
export type WayQuery = z.output<typeof WayQuery>

/** The address again, without what is not said; `changes` go over it. */
export function wayText(query: WayQuery, changes: Partial<WayQuery> = {}): string {
  const { reihe, nur, lat, lon, ort, zeigen } = { ...query, ...changes }
  const said = { reihe, nur: nur === 'meine' ? nur : undefined, lat, lon, ort, zeigen: zeigen === 25 ? undefined : zeigen }
  return new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])),
  ).toString()
}

export type From = { lat: number; lon: number; label: string | undefined }
export type Stop = StopRow & { category: Category | undefined; photo: CasePhoto | undefined }
export type Way = {
  query: WayQuery
  order: Order
  /** Where distances are measured from; without one there are none. */
  from: From | undefined
  /** Words for a place that nothing was found for. */
  unknownPlace: string
  stops: readonly Stop[]
  /** Numbers of all stops in order, also of those not shown. */
  numbers: readonly string[]
  /** There are more than are looked at. */
  more: boolean
}

/** So many open reports are put in order at most: the nearest, or the most urgent. */
const MOST = 200

/** The open reports that the actor can go to, in the order of the address. */
export async function wayOf(ctx: Ctx, query: WayQuery): Promise<Way> {
  const found = query.ort ? (await searchPlaces(ctx, query.ort, 1))[0] : undefined
  const from = query.ort
    ? found && { lat: found.lat, lon: found.lon, label: found.label }
    : query.lat !== undefined && query.lon !== undefined
      ? { lat: query.lat, lon: query.lon, label: undefined }
      : undefined
  const order = query.reihe ?? (from ? 'nah' : 'faellig')
  const rows = await openStops(ctx, await whose(ctx, query.nur), order === 'faellig' ? undefined : from, MOST + 1)
  const all = inOrder(rows.slice(0, MOST), order, from)
  const shown = order === 'tour' ? all : all.slice(0, query.zeigen)
  const [kinds, photos] = await Promise.all([
    categories(ctx, { closed: true }),
    shown.length > 0
      ? photosOfAll(
          ctx,
          shown.map(({ id }) => id),
          ['public', 'parties', 'internal'],
        )
      : [],
  ])
  return {
    query,
    order,
    from,
    unknownPlace: query.ort && !found ? query.ort : '',
    stops: shown.map((stop) => ({
      ...stop,
      category: kinds.find(({ id }) => id === stop.typeId),
      photo: photos.find(({ caseId, role }) => caseId === stop.id && role === 'before'),
    })),
    numbers: all.map(({ number }) => number),
    more: rows.length > MOST || (order === 'tour' && rows.length > MOST_ON_TOUR),
  }
}

/** Those who route and belong to no unit see all of the town. */
async function whose(ctx: Ctx, nur: WayQuery['nur']) {
  const { personId } = ctx.actor
  if (nur === 'meine') return { personId, unitIds: [], everybody: false }
  const unitIds = await workingUnits(ctx)
  return { personId, unitIds, everybody: unitIds.length === 0 && may(ctx, 'report.route') }
}

/** One report as it is needed outdoors, with the steps that can be taken there. The reporter's contact is not part of it. */
export type OutsideSheet = {
  report: DeskReport
  steps: readonly ReportVerb[]
  way: WayQuery
  /** Number of the report that comes after it. */
  next: string | undefined
  from: From | undefined
}

export async function outsideSheet(ctx: Ctx, number: string, query: WayQuery): Promise<OutsideSheet | undefined> {
  const report = await deskReport(ctx, number, { contact: false })
  if (!report) return undefined
  const { numbers, from } = await wayOf(ctx, query)
  const rest = numbers.filter((other) => other !== report.case.number)
  const at = numbers.indexOf(report.case.number)
  return { report, steps: stepsOf(report), way: query, next: at < 0 ? rest[0] : numbers[at + 1], from }
}

export const stepsOf = (report: Pick<DeskReport, 'verbs' | 'state'>): ReportVerb[] =>
  offered(report.verbs, report.state).filter((verb) => outsideSteps.includes(verb))

/** The answers in words. */
export const answersIn = (
  locale: Locale,
  { category, answers }: Pick<DeskReport, 'category' | 'answers'>,
): { term: string; value: string }[] =>
  category.questions.flatMap(({ code, label, options }) => {
    const answer = answers[code]
    const words = (value: string) => options?.find((option) => option.code === value)?.label[locale] ?? value
    if (answer === undefined) return []
    if (typeof answer === 'boolean') return [{ term: label[locale], value: textIn(locale, answer ? 'desk.yes' : 'desk.no') }]
    return [
      {
        term: label[locale],
        value: [answer]
          .flat()
          .map((one) => words(String(one)))
          .join(', '),
      },
    ]
  })

/** Internal notes, newest first. */
export const notesOf = ({ messages }: DeskReport) => messages.filter(({ kind }) => kind === 'note').reverse()
