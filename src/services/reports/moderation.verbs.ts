import { redactionsOf } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { changeCase, refreshSearch } from '../cases/case.sql.ts'
import type { Case } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { photosOf } from '../cases/photo.ts'
import { tell } from '../cases/step.verbs.ts'
import { seenBy } from '../cases/timeline.ts'
import { categoryBy } from './catalogue.sql.ts'
import { publicAt } from './incident/incident.sql.ts'
import { keepPublicText } from './moderation/public-text.sql.ts'
import type { ModerationReason } from './moderation/reason.rules.ts'
import { type Of, type TakeRefused as Refused, toChange, worked } from './moderation/take.ts'
import { showPhotos } from './photo-audience.ts'
import type { PlaceChoice } from './place.rules.ts'
import { reportEvents } from './report.events.ts'
import { changeReport, placeColumns } from './report.sql.ts'
import { reroute } from './routing.run.ts'
import type { Worked } from './work.rules.ts'

/**
 * Shows the report to everybody. `publicText` stands instead of what was public before, else of the original; emptied, the photos
 * alone are shown. `photos` are those to show, all if left out.
 */
export async function publishReport(
  ctx: Ctx,
  input: Of & { publicText?: string | undefined; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'wrongState' | 'nothingToShow'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it, report, category } = taken.value
  if (it.published || it.stage === 'draft' || category.publish === 'never') return refuse('wrongState', { facts: { state: it.state } })
  const before = (await photosOf(ctx, it.id, seenBy.internal)).filter(({ role }) => role === 'before').map(({ fileId }) => fileId)
  const shown = input.photos ? before.filter((id) => input.photos?.includes(id)) : before
  // What was public once may have been emptied then; the original is no word for it.
  const earlier = report.publishedAt ? it.publicText : it.publicText || report.text
  const publicText = input.publicText?.trim() ?? earlier
  if (!publicText && shown.length === 0) return refuse('nothingToShow', { field: 'publicText' })
  await showPhotos(ctx, it, shown, 'public')
  await showPhotos(
    ctx,
    it,
    before.filter((id) => !shown.includes(id)),
    'internal',
  )
  const changed = await changeCase(ctx, it.id, { published: true, toCheck: false, publicText })
  await changeReport(ctx, it.id, { published_at: report.publishedAt ?? ctx.now(), hidden_at: null, findings: [] })
  const reworded = publicText !== earlier
  if (reworded) await keepPublicText(ctx, it.id, { before: undefined, text: publicText, reason: 'personalData' })
  const count = (await redactionsOf(ctx, shown)).size
  const event = report.hiddenAt && report.publishedAt ? reportEvents.shown : reportEvents.published
  await tell(ctx, changed, { event, data: { count, ...(reworded ? { reason: 'reworded' } : {}) }, role: 'moderator' })
  return worked(changed)
}

/** Lists show the one that goes on alone: taken from the public, it would take a damage along that others made public as well. */
async function refuseGoingOn(ctx: Ctx, it: Case): Promise<Result<true, 'goesOnForPublic'>> {
  const count = it.published ? await publicAt(ctx, it.id) : 0
  return count > 0 ? refuse('goesOnForPublic', { facts: { count } }) : ok(true)
}

/** Takes it from the public. The reporter is told what, why and how to object; everybody, that it was hidden and the kind of reason. */
export async function hideReport(
  ctx: Ctx,
  input: Of & { reason: ModerationReason; text?: string | undefined },
): Promise<Result<Worked, Refused | 'textMissing' | 'wrongState' | 'goesOnForPublic'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it } = taken.value
  const said = input.text?.trim() ?? ''
  // "Something else" alone tells nobody anything.
  if (input.reason === 'other' && !said) return refuse('textMissing', { field: 'text' })
  if (!it.published && !it.toCheck) return refuse('wrongState', { facts: { state: it.state } })
  const alone = await refuseGoingOn(ctx, it)
  if (!alone.ok) return alone
  const changed = await changeCase(ctx, it.id, { published: false, toCheck: false })
  await changeReport(ctx, it.id, { hidden_at: ctx.now() })
  const text = statement(ctx, it.number, input.reason, said)
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'message', audience: 'parties', text, unitId: ctx.actor.unitIds[0] })
  // That it is gone is said where it was: what never was public leaves no trace in public.
  const shownTo = it.published ? 'public' : 'parties'
  await tell(ctx, changed, { event: reportEvents.hidden, data: { messageId, reason: input.reason }, role: 'moderator', shownTo })
  return worked(changed)
}

/** In the town's own language, as every word of the office. */
function statement(ctx: Ctx, number: string, reason: ModerationReason, said: string): string {
  const locale = ctx.town.locales[0] ?? 'de'
  const why = textIn(locale, `report.moderationReason.${reason}`)
  return [
    textIn(locale, 'report.statement.what', { number, why }),
    ...(said ? [said] : []),
    textIn(locale, 'report.statement.object'),
  ].join('\n\n')
}

/** What the public reads instead of the original, which is kept with every version. */
export async function rewordReport(
  ctx: Ctx,
  input: Of & { publicText: string; reason?: ModerationReason | undefined },
): Promise<Result<Worked, Refused | 'textMissing'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it, report } = taken.value
  const publicText = input.publicText.trim()
  if (!publicText) return refuse('textMissing', { field: 'publicText' })
  if (publicText === it.publicText) return worked(it)
  const reason = input.reason ?? 'personalData'
  const before = it.publicText && report.publishedAt ? { text: it.publicText, at: report.publishedAt } : undefined
  await keepPublicText(ctx, it.id, { before, text: publicText, reason })
  const changed = await changeCase(ctx, it.id, { publicText })
  await tell(ctx, changed, { event: reportEvents.reworded, data: { reason }, role: 'moderator' })
  return worked(changed)
}

/** Another category; routes again while nobody has accepted. What its new category never shows is shown no longer. */
export async function recategorise(
  ctx: Ctx,
  input: Of & { category: string },
): Promise<Result<Worked, Refused | 'categoryUnknown' | 'goesOnForPublic'>> {
  const taken = await toChange(ctx, input, 'report.route', 'report.moderate')
  if (!taken.ok) return taken
  const { it, report } = taken.value
  const category = await categoryBy(ctx, input.category)
  if (!category) return refuse('categoryUnknown', { field: 'category' })
  const alone = category.publish === 'never' ? await refuseGoingOn(ctx, it) : ok(true)
  if (!alone.ok) return alone
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
