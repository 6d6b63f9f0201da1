import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx, Trust } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'
import { definitionBy, versionInForce } from '../../definitions/definition.sql.ts'
import { FormDefinition } from '../../forms/index.ts'
import { letterHead } from '../../letters/index.ts'
import { contentOf } from '../../letters/letter/hold.ts'
import { type Letter, openToParties } from '../../letters/letter/letter.rules.ts'
import { remedyOf } from '../../letters/template/letter-data.rules.ts'
import { templateById } from '../../letters/template/template.sql.ts'
import { OBJECTIONS } from '../../workflows/objection.ts'
import { runningOf } from '../carry-out.ts'
import type { OnlineService } from '../online.rules.ts'
import { onlineBy } from '../online.sql.ts'
import { objectionsAgainst } from './objection.sql.ts'
import { type Period, periodOf } from './period.rules.ts'

/** What a party can do against a decision that she has got. */
export type Remedy =
  | {
      kind: 'objection'
      letterId: string
      caseNumber: string
      period: Period
      online: boolean
      identified: boolean
      body: string
      seat: string
    }
  | { kind: 'suit'; court: string; seat: string; lastDay: string | undefined }
  /** She has objected to it. */
  | { kind: 'filed'; number: string }

/** Who proved well enough who she is keeps the written form online (§ 3a Abs. 3 VwVfG, § 9a Abs. 5 OZG). */
export const keepsForm = (trust: Trust): boolean => trust === 'substantial' || trust === 'high'

/** The service that takes objections, with its form; undefined where the town takes none online. */
export async function objectionService(ctx: Ctx): Promise<{ online: OnlineService; form: FormDefinition; formNumber: number } | undefined> {
  const workflow = await definitionBy(ctx, 'workflow', OBJECTIONS)
  const online = workflow && (await onlineBy(ctx, { workflowId: workflow.id }))
  const version = online && (await versionInForce(ctx, 'form', online.formId))
  return version && { online, form: FormDefinition.parse(version.content), formNumber: version.number }
}

/** What can be done against each of these letters of a case, by the letter's id; nothing against letters that decide nothing. */
export async function remediesFor(ctx: Ctx, it: Case, letters: readonly Letter[]): Promise<ReadonlyMap<string, Remedy>> {
  const remedies = new Map<string, Remedy>()
  const open = letters.filter((letter) => openToParties(letter) && !letter.lapsedAt)
  if (open.length === 0) return remedies
  const head = await letterHead(ctx)
  const live = (await objectionsAgainst(ctx, it.id)).filter(({ it: one }) => one.stage !== 'ended')
  for (const letter of open) {
    const what = await decisionIn(ctx, it, letter)
    if (what === 'none') continue
    const filed = live.find(({ letterId }) => letterId === letter.id)
    if (filed) remedies.set(letter.id, { kind: 'filed', number: filed.it.number })
    else if (what === 'suit')
      remedies.set(letter.id, { kind: 'suit', court: head.court, seat: head.courtSeat, lastDay: letter.remedyUntil })
    else
      remedies.set(letter.id, {
        kind: 'objection',
        letterId: letter.id,
        caseNumber: it.number,
        period: periodFor(ctx, letter, what === 'objection'),
        online: head.objections === 'online' && (await objectionService(ctx)) !== undefined,
        identified: keepsForm(ctx.actor.trust),
        body: head.objectionBody,
        seat: head.objectionSeat,
      })
  }
  return remedies
}

/** The time for an objection that came now. */
export const periodFor = (ctx: Ctx, { deemedDeliveredOn }: Letter, noticed: boolean): Period =>
  periodOf({ deliveredOn: deemedDeliveredOn, noticed, receivedOn: dayIn(ctx.now(), ctx.town.timeZone), land: ctx.town.land })

/** `unnoticed`: the letter that the workflow decides with, but it says nothing of a remedy. */
export async function decisionIn(ctx: Ctx, it: Case, letter: Letter): Promise<'objection' | 'suit' | 'unnoticed' | 'none'> {
  const remedy = remedyOf(await contentOf(ctx, letter), letter.data)
  if (remedy !== 'none') return remedy
  const template = await templateById(ctx, letter.templateId)
  const steps = (await runningOf(ctx, it))?.workflow.steps ?? []
  return steps.some(({ event, letter: key }) => event === 'delivered' && key === template?.key) ? 'unnoticed' : 'none'
}
