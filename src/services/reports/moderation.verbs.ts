import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { changeCase, refreshSearch } from '../cases/case.sql.ts'
import { type Case, readNumber } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { photosOf } from '../cases/photo.ts'
import { takeUp, tell } from '../cases/step.verbs.ts'
import { seenBy } from '../cases/timeline.ts'
import { categoryBy } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { showPhotos } from './photo-audience.ts'
import type { PlaceChoice } from './place.rules.ts'
import { reportEvents } from './report.events.ts'
import { changeReport, placeColumns, type Report, reportOfCase } from './report.sql.ts'
import { reroute } from './routing.run.ts'
import type { Worked } from './work.rules.ts'

type Of = { number: string; version?: number | undefined }
type Refused = 'unknown' | 'notAllowed' | 'changedMeanwhile' | 'inIncident'
type Taken = { it: Case; report: Report; category: Category }

/** What the public sees of it is decided for each report; category and place are not changed while it rests at another one. */
async function toChange(ctx: Ctx, { number, version }: Of, ...permissions: string[]): Promise<Result<Taken, Refused>> {
  if (!permissions.some((permission) => may(ctx, permission))) return refuse('notAllowed')
  const resting = !permissions.includes('report.route')
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, version, { resting })
  if (!taken.ok) return taken
  const [report, category] = [await reportOfCase(ctx, taken.value.id), await categoryBy(ctx, taken.value.typeId)]
  return report && category ? ok({ it: taken.value, report, category }) : refuse('unknown')
}

const worked = ({ id, number, state, version }: Case) => ok<Worked>({ caseId: id, number, state, version })

/** Shows the report to everybody; with a text, that one instead of the original. `photos` are those to show, all if left out. */
export async function publishReport(
  ctx: Ctx,
  input: Of & { publicText?: string | undefined; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'wrongState'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it, report, category } = taken.value
  if (it.published || it.stage === 'draft' || category.publish === 'never') return refuse('wrongState', { facts: { state: it.state } })
  const before = (await photosOf(ctx, it.id, seenBy.internal)).filter(({ role }) => role === 'before').map(({ fileId }) => fileId)
  const shown = input.photos ? before.filter((id) => input.photos?.includes(id)) : before
  await showPhotos(ctx, it, shown, 'public')
  await showPhotos(
    ctx,
    it,
    before.filter((id) => !shown.includes(id)),
    'internal',
  )
  const publicText = input.publicText?.trim() || it.publicText || report.text
  const changed = await changeCase(ctx, it.id, { published: true, toCheck: false, publicText })
  await changeReport(ctx, it.id, { published_at: report.publishedAt ?? ctx.now(), hidden_at: null, findings: [] })
  await tell(ctx, changed, { event: reportEvents.published, data: {}, role: 'moderator' })
  return worked(changed)
}

/** Takes it from the public; the reporter is told the reason. */
export async function hideReport(ctx: Ctx, input: Of & { reason: string }): Promise<Result<Worked, Refused | 'reasonMissing'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const text = input.reason.trim()
  if (!text) return refuse('reasonMissing', { field: 'reason' })
  const { it } = taken.value
  const changed = await changeCase(ctx, it.id, { published: false, toCheck: false })
  await changeReport(ctx, it.id, { hidden_at: ctx.now() })
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'message', audience: 'parties', text, unitId: ctx.actor.unitIds[0] })
  await tell(ctx, changed, { event: reportEvents.hidden, data: { messageId }, role: 'moderator' })
  return worked(changed)
}

/** What the public reads instead of the original, which is kept. */
export async function rewordReport(ctx: Ctx, input: Of & { publicText: string }): Promise<Result<Worked, Refused | 'textMissing'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const publicText = input.publicText.trim()
  if (!publicText) return refuse('textMissing', { field: 'publicText' })
  const changed = await changeCase(ctx, taken.value.it.id, { publicText })
  await tell(ctx, changed, { event: reportEvents.reworded, data: {}, role: 'moderator' })
  return worked(changed)
}

/** Another category; routes again while nobody has accepted. What its new category never shows is shown no longer. */
export async function recategorise(ctx: Ctx, input: Of & { category: string }): Promise<Result<Worked, Refused | 'categoryUnknown'>> {
  const taken = await toChange(ctx, input, 'report.route', 'report.moderate')
  if (!taken.ok) return taken
  const { it, report } = taken.value
  const category = await categoryBy(ctx, input.category)
  if (!category) return refuse('categoryUnknown', { field: 'category' })
  const changed = await changeCase(ctx, it.id, {
    typeId: category.id,
    title: category.name.de,
    ...(category.publish === 'never' ? { published: false, toCheck: false } : {}),
  })
  await changeReport(ctx, it.id, { category_id: category.id })
  await refreshSearch(ctx, it.id, `${changed.title} ${changed.placeLabel} ${report.text}`)
  await tell(ctx, changed, { event: reportEvents.recategorised, data: {} })
  return worked(await reroute(ctx, changed, category, report.roadOwner))
}

/** Another place; routes again while nobody has accepted. */
export async function moveReport(ctx: Ctx, input: Of & { place: PlaceChoice }): Promise<Result<Worked, Refused>> {
  const taken = await toChange(ctx, input, 'report.route', 'report.moderate')
  if (!taken.ok) return taken
  const { it, report, category } = taken.value
  const { place } = input
  const changed = await changeCase(ctx, it.id, {
    placeLabel: place.label,
    lat: place.lat,
    lon: place.lon,
    districtId: place.districtId ?? null,
    assetId: place.assetId ?? null,
  })
  await changeReport(ctx, it.id, placeColumns(place))
  await refreshSearch(ctx, it.id, `${changed.title} ${changed.placeLabel} ${report.text}`)
  await tell(ctx, changed, { event: reportEvents.moved, data: {} })
  return worked(await reroute(ctx, changed, category, place.roadOwner))
}
