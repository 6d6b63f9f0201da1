import { type Ctx, may } from '#platform/context.ts'
import { absencesOf, type CaseTask, type CoverShown, caseTasks, type Holder, type Named, namesOf } from '#services/cases/index.ts'
import {
  type Category,
  type CategoryGroup,
  categories,
  categoryGroups,
  type DeskReport,
  deskReport,
  type PublicText,
  possibleAssignees,
  publicTexts,
} from '#services/reports/index.ts'
import { type StaffUnit, staffUnits } from '../home/index.ts'
import { type TaskChoices, taskChoices } from '../tasks/index.ts'
import { blocksFor } from '../textblocks/index.ts'
import { neighboursIn, readQuery } from '../worklist/index.ts'

/** Everything that the page of one report shows. */
export type CaseSheet = {
  report: DeskReport
  /** The list somebody came from, as its address; '' without one. */
  liste: string
  neighbours: { previous: string | undefined; next: string | undefined }
  assignees: readonly Holder[]
  /** Those of them who are away today. */
  away: readonly CoverShown[]
  units: readonly StaffUnit[]
  /** For another category; only for those who may change it. */
  categories: readonly Category[]
  groups: readonly CategoryGroup[]
  unitNames: ReadonlyMap<string, string>
  /** Texts to choose from. */
  blocks: Awaited<ReturnType<typeof blocksFor>>
  tasks: readonly Named<CaseTask>[]
  /** Who can be given a task; undefined for those who may not work on it. */
  taskChoices: TaskChoices | undefined
  /** Versions of the public text, newest first; only for moderators. */
  publicTexts: readonly PublicText[]
  /** The person who looks. */
  me: string | undefined
}

export async function caseSheet(ctx: Ctx, number: string, liste: string): Promise<CaseSheet | undefined> {
  const report = await deskReport(ctx, number)
  if (!report) return undefined
  const changes = report.may.moderate || report.may.route
  const assignees = report.may.assign ? await possibleAssignees(ctx, number) : []
  const absences = await absencesOf(
    ctx,
    assignees.map(({ id }) => id),
  )
  return {
    report,
    liste,
    neighbours: await neighboursIn(ctx, readQuery(liste), report.case.id),
    assignees,
    away: absences.filter(({ state }) => state === 'running'),
    units: may(ctx, 'report.route') ? await staffUnits(ctx) : [],
    categories: changes ? await categories(ctx) : [],
    groups: changes ? await categoryGroups(ctx) : [],
    unitNames: await namesOf(ctx, 'core.organisation', report.trace?.tried.flatMap(({ unitId }) => unitId ?? []) ?? []),
    blocks: report.may.work ? await blocksFor(ctx, report) : { all: [], locale: 'de' },
    tasks: await caseTasks(ctx, report.case.id),
    taskChoices: report.may.work ? await taskChoices(ctx, report.case) : undefined,
    publicTexts: report.may.moderate ? await publicTexts(ctx, report.case.id) : [],
    me: ctx.actor.personId,
  }
}
