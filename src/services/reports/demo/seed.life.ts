import { keepOwnPicture } from '#core/files/index.ts'
import type { SeededPeople } from '#core/organisations/index.ts'
import { departmentIn } from '#core/organisations/index.ts'
import { anonymous, type Ctx } from '#platform/context.ts'
import { verbsFrom } from '#platform/process.ts'
import { type Case, caseById, partyBySecret } from '../../cases/index.ts'
import { mergeReports } from '../incident/incident.verbs.ts'
import { joinReport } from '../join.verbs.ts'
import { publishReport } from '../moderation.verbs.ts'
import { answerQuestion, confirmed } from '../party.verbs.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { type ReportState, reportProcess } from '../report.rules.ts'
import type { Sent } from '../send.rules.ts'
import { takeStep } from '../step.verbs.ts'
import type { StepInput } from '../work.rules.ts'
import { addNote } from '../work.verbs.ts'
import { keptPhoto } from './pictures/kept-photo.ts'
import type { DemoPicture, DemoReport, DemoStep, StepKind } from './report.ts'
import { actorsOf, as } from './seed.actors.ts'

type Step = DemoStep & { at: Date }
export type Living = { ctx: Ctx; report: DemoReport; sent: Sent; people: SeededPeople; which: 'large' | 'small'; first: string | undefined }

/** Photos of a step as files of the town. */
export const seedPhotos = (ctx: Ctx, pictures: readonly DemoPicture[]): Promise<string[]> =>
  Promise.all(pictures.map((picture) => keepOwnPicture(ctx, { name: 'foto.webp', variants: keptPhoto(picture) })))

const stepOf: Partial<Record<StepKind, StepInput['verb']>> = {
  'report.routed': 'route',
  'report.unrouted': 'handOn',
  'assignment.accepted': 'accept',
  'assignment.rejected': 'handOn',
  'work.planned': 'plan',
  'work.started': 'start',
  'work.handedOut': 'handOut',
  'work.reportedBack': 'reportBack',
  'question.asked': 'ask',
  'question.expired': 'stopWaiting',
  'work.done': 'finish',
  'report.ended': 'end',
  'report.reopened': 'reopen',
}

/** Lets one report live its year, step by step, through the verbs that everybody uses. What the plan cannot do is left out. */
export async function live(living: Living, steps: readonly Step[]): Promise<void> {
  const { report, sent } = living
  let department = report.department
  const actors = actorsOf(living.which, living.people)
  for (const step of steps) {
    department = step.department ?? department
    if (step.kind === 'report.sent' || step.kind === 'report.settled') continue
    const now = await caseById(living.ctx, sent.caseId)
    // Opening again is for those who may work on everything.
    const unit = stepOf[step.kind] === 'reopen' ? undefined : now?.unitId
    const ctx = as(living.ctx, actors.staff(step.by, unit, `${report.key} ${step.kind}`), step.at)
    if (step.kind === 'report.published') await publishReport(as(ctx, actors.moderator(report.key), step.at), { number: sent.number })
    else if (step.kind === 'report.joined')
      await joinReport(as(ctx, anonymous, step.at), { number: sent.number, mark: `${report.key} ${step.at.getTime()} joined` })
    else if (step.kind === 'veto.raised' || step.kind === 'veto.escalated') await object(living, step)
    else if (step.kind === 'question.answered') await answer(living, step)
    else if (step.kind === 'report.confirmed') await confirm(living, step, now)
    else if (now) await work(living, step, ctx, now, department)
    if (step.internalText) await addNote(ctx, { number: sent.number, text: step.internalText })
  }
}

/** Where the category does not wait for it, the address is confirmed with all others. */
async function confirm({ ctx, sent }: Living, { at }: Step, now: Case | undefined): Promise<void> {
  const found = now?.state === 'unconfirmed' ? await partyBySecret(ctx, sent.secret) : undefined
  if (found) await confirmed(as(ctx, anonymous, at), found.case, found.party)
}

async function answer({ ctx, sent, report }: Living, step: Step): Promise<void> {
  const found = await partyBySecret(ctx, sent.secret)
  if (!found) return
  const photos = await seedPhotos(ctx, step.pictures ?? [])
  await answerQuestion(as(ctx, anonymous, step.at), found.party, {
    text: step.partiesText ?? step.publicText ?? report.text,
    photos,
  })
}

/** As the reporter: in time it opens again by itself, and the third time the lead is asked. */
async function object({ ctx, sent, report }: Living, step: Step): Promise<void> {
  const found = await partyBySecret(ctx, sent.secret)
  if (found?.case.state === 'done') await objectTo(as(ctx, anonymous, step.at), found.party, { text: step.partiesText ?? report.text })
}

async function work(living: Living, step: Step, ctx: Ctx, now: Case, department: string): Promise<void> {
  const verb = stepOf[step.kind]
  if (!verb || !verbsFrom(reportProcess, now.state as ReportState).includes(verb)) return
  const unitId = living.people.organisations.get(departmentIn(living.which, department))
  // The category's own unit got it at once; a route there again would say nothing.
  if (verb === 'route' && now.unitId === unitId) return
  const photos = await seedPhotos(ctx, step.pictures ?? [])
  if (step.reason === 'duplicate' && living.first) {
    const merged = await mergeReports(ctx, { into: living.first, numbers: [living.sent.number] })
    if (merged.ok) return
  }
  const done = await takeStep(ctx, {
    number: living.sent.number,
    verb,
    text: step.publicText ?? step.partiesText ?? fallbackText[verb],
    photos,
    ...reasonFor(verb, step),
    ...(verb === 'finish' && photos.length === 0 ? { noPhotoReason: 'notVisible' as const } : {}),
    ...(verb === 'plan' ? { date: dayAfter(step.at) } : {}),
    ...(verb === 'route' && unitId ? { unitId } : {}),
  })
  if (!done.ok) throw new Error(`${living.report.key}: ${verb} in ${now.state} is refused: ${done.refusal.code}`)
}

function reasonFor(verb: StepInput['verb'], step: Step): Pick<StepInput, 'reason'> {
  if (verb === 'handOn') return { reason: step.kind === 'report.unrouted' ? 'otherUnit' : 'notOurs' }
  if (verb === 'reopen') return { reason: 'brokenAgain' }
  if (verb !== 'end') return {}
  if (step.reason === 'duplicate') return { reason: 'notFound' }
  return { reason: step.reason === 'withdrawn' ? 'noDefect' : (step.reason ?? 'notFound') }
}

const fallbackText: Partial<Record<StepInput['verb'], string>> = {
  handOut: 'Wir haben eine Firma beauftragt.',
  ask: 'Können Sie uns die Stelle genauer beschreiben?',
  end: 'Wir haben uns die Stelle angesehen und nichts mehr gefunden.',
}

const dayAfter = (at: Date): string => new Date(at.getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
