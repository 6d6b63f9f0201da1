import type { Ctx } from '#platform/context.ts'
import { type Case, caseById, namesOf } from '../../cases/index.ts'
import { contentOf } from '../../letters/letter/hold.ts'
import { letterById } from '../../letters/letter/letter.sql.ts'
import { stepsTaken } from '../application.sql.ts'
import { decisionOf } from '../decision.sql.ts'
import { type Submission, submissionsOf } from '../submission.sql.ts'
import { type Objection, objectionOf, objectionsAgainst } from './objection.sql.ts'
import { daysLate, lastDayWithoutNotice } from './period.rules.ts'
import { keepsForm } from './remedy.read.ts'

type Link = Pick<Case, 'number' | 'title' | 'stage'>
const linkOf = ({ number, title, stage }: Case): Link => ({ number, title, stage })

/** What its party reads of an objection. */
export type ObjectionShown = Objection & {
  against: Link | undefined
  /** The day on the decision. */
  decidedOn: string | undefined
  daysLate: number
  /** Sent by somebody who proved who she is: nothing has to be signed. */
  formKept: boolean
  /** Nobody has looked yet whether it is admissible. */
  unchecked: boolean
}

export async function objectionShown(ctx: Ctx, it: Case): Promise<ObjectionShown | undefined> {
  const objection = await objectionOf(ctx, it.id)
  if (!objection) return undefined
  const against = objection.againstCaseId ? await caseById(ctx, objection.againstCaseId) : undefined
  const letter = objection.letterId ? await letterById(ctx, objection.letterId) : undefined
  const taken = await stepsTaken(ctx, it.id)
  return {
    ...objection,
    against: against && linkOf(against),
    decidedOn: letter?.letterDate,
    daysLate: daysLate(objection),
    formKept: (await submissionsOf(ctx, it.id)).some(({ trust }: Submission) => keepsForm(trust)),
    unchecked: !it.closedAt && !taken.some(({ step }) => step === 'admit'),
  }
}

/** What staff reads of it besides. */
export type ObjectionAtDesk = ObjectionShown & {
  /** How the decision reached its reader, and by which law it was issued. */
  way: string | undefined
  regime: string | undefined
  /** Until when it would be in time if the notice were missing or wrong. */
  lastDayWithoutNotice: string | undefined
  /** Who drafted, approved and signed what is objected to. */
  decidedBy: readonly string[]
}

/** For an application: what it objects to, and what objects to it. */
export async function objectionsAtDesk(ctx: Ctx, it: Case): Promise<{ own: ObjectionAtDesk | undefined; filed: readonly Link[] }> {
  const shown = await objectionShown(ctx, it)
  const filed = (await objectionsAgainst(ctx, it.id)).map(({ it: one }) => linkOf(one))
  if (!shown) return { own: undefined, filed }
  const letter = shown.letterId ? await letterById(ctx, shown.letterId) : undefined
  const decision = shown.againstCaseId ? await decisionOf(ctx, shown.againstCaseId) : undefined
  const people = [decision?.draftedBy, decision?.approvedBy, letter?.signedBy, letter?.secondSignedBy].filter((id) => id !== undefined)
  const names = await namesOf(ctx, 'core.person', people)
  return {
    filed,
    own: {
      ...shown,
      way: letter?.way,
      regime: letter && (await contentOf(ctx, letter)).regime,
      lastDayWithoutNotice: shown.deliveredOn && lastDayWithoutNotice(shown.deliveredOn, ctx.town.land),
      decidedBy: [...new Set(people)].flatMap((id) => names.get(id) ?? []),
    },
  }
}
