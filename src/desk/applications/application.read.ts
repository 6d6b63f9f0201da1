import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type DeskApplication, deskApplication, objectionsAtDesk, possibleHandlers } from '#services/applications/index.ts'
import { absencesOf, type CaseTask, type CoverShown, caseTasks, HOLD_CASES, type Holder, type Named } from '#services/cases/index.ts'
import { letterTemplates } from '#services/letters/index.ts'
import { type Charge, chargesOf, WORK_ON_PAYMENTS } from '#services/payments/index.ts'
import { type StaffUnit, staffUnits } from '../home/index.ts'
import { type TaskChoices, taskChoices } from '../tasks/index.ts'
import { type Blocks, blocksFor } from '../textblocks/index.ts'
import { neighboursIn } from './list.read.ts'
import { applicationAddress } from './list-query.rules.ts'

/** Everything that the page of one application shows. */
export type ApplicationSheet = {
  application: DeskApplication
  /** The list somebody came from, as its address; '' without one. */
  liste: string
  neighbours: { previous: string | undefined; next: string | undefined }
  handlers: readonly Holder[]
  away: readonly CoverShown[]
  units: readonly StaffUnit[]
  blocks: Blocks
  tasks: readonly Named<CaseTask>[]
  /** Who can be given a task; undefined for those who may not work on it. */
  taskChoices: TaskChoices | undefined
  /** Kinds of letters that can be written. */
  templates: readonly { key: string; name: string }[]
  /** What is demanded for it; a link leads to each for who works on payments. */
  charges: readonly Charge[]
  worksOnPayments: boolean
  /** What it objects to, and what objects to it. */
  objections: Awaited<ReturnType<typeof objectionsAtDesk>>
  /** May keep it from being deleted. */
  mayHold: boolean
  today: string
  me: string | undefined
}

export async function applicationSheet(ctx: Ctx, number: string, liste: string): Promise<ApplicationSheet | undefined> {
  const application = await deskApplication(ctx, number)
  if (!application) return undefined
  const { work, letter } = application.may
  const handlers = work ? await possibleHandlers(ctx, application.case) : []
  const absences = await absencesOf(
    ctx,
    handlers.map(({ id }) => id),
  )
  const templates = letter ? await letterTemplates(ctx) : []
  return {
    application,
    liste,
    neighbours: await neighboursIn(ctx, applicationAddress.read(liste), application.case.id),
    handlers,
    away: absences.filter(({ state }) => state === 'running'),
    units: await staffUnits(ctx),
    blocks: work ? await blocksFor(ctx, application) : { all: [], locale: 'de' },
    templates: templates.filter(({ closedAt, published }) => !closedAt && published !== undefined).map(({ key, name }) => ({ key, name })),
    tasks: await caseTasks(ctx, application.case.id),
    taskChoices: work ? await taskChoices(ctx, application.case) : undefined,
    charges: await chargesOf(ctx, application.case.id),
    worksOnPayments: may(ctx, WORK_ON_PAYMENTS),
    objections: await objectionsAtDesk(ctx, application.case),
    mayHold: may(ctx, HOLD_CASES),
    today: dayIn(ctx.now(), ctx.town.timeZone),
    me: ctx.actor.personId,
  }
}
