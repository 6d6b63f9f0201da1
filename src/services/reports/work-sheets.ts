import { noteRead } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Case, type CasePhoto, casesNumbered, type Message, photosOfAll } from '../cases/index.ts'
import { notesOfAll } from '../cases/message.sql.ts'
import { reportersOf } from '../cases/party.sql.ts'
import { workable } from '../cases/step.verbs.ts'
import { seenBy } from '../cases/timeline.ts'
import { categories } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { nearOfAll } from './near.ts'
import { verbsNow } from './report.detail.ts'
import type { ReportState, ReportVerb } from './report.rules.ts'
import { placeOf, type Report, reportsOfCases } from './report.sql.ts'
import type { ReportNear, ReportPlace } from './report.view.rules.ts'
import { workRights } from './work.checks.ts'

/** What is needed to work on a report on the spot: nothing of who reported it. */
export type WorkSheet = {
  case: Case
  state: ReportState
  category: Category
  place: ReportPlace
  originalText: string
  answers: Report['answers']
  photos: readonly CasePhoto[]
  /** Internal notes, oldest first. */
  notes: readonly Message[]
  near: readonly ReportNear[]
  verbs: readonly ReportVerb[]
}

/** Of several reports in the order of their numbers, read in sets, so that a tour costs the same however long it is. Each look is in the read log. */
export async function workSheets(ctx: Ctx, numbers: readonly string[]): Promise<WorkSheet[]> {
  if (!may(ctx, 'report.see') || numbers.length === 0) return []
  const cases = await casesNumbered(ctx, numbers)
  const ids = cases.map(({ id }) => id)
  const [reports, kinds, reporters, notes, photos, works] = await Promise.all([
    reportsOfCases(ctx, ids),
    categories(ctx, { closed: true }),
    reportersOf(ctx, ids),
    notesOfAll(ctx, ids),
    photosOfAll(ctx, ids, seenBy.internal),
    workable(ctx, workRights),
  ])
  const whole = cases.flatMap((it) => {
    const report = reports.get(it.id)
    const category = kinds.find(({ id }) => id === it.typeId)
    return report && category ? [{ it, report, category }] : []
  })
  const near = await nearOfAll(ctx, whole)
  return whole.map(({ it, report, category }) => {
    noteRead(ctx, { subject: { type: 'case', id: it.id }, personId: reporters.get(it.id) ?? null, purpose: 'report.detail' })
    return {
      case: it,
      state: it.state as ReportState,
      category,
      place: placeOf(it, report),
      originalText: report.text,
      answers: report.answers,
      photos: photos.filter(({ caseId }) => caseId === it.id),
      notes: notes.filter(({ caseId }) => caseId === it.id),
      near: near.get(it.id) ?? [],
      verbs: it.incidentId ? [] : verbsNow(ctx, it, works(it), false),
    }
  })
}
