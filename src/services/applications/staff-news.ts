import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { type Case, holdersOf, membersOf, withDeputies } from '../cases/index.ts'
import { letterById } from '../letters/letter/letter.sql.ts'
import { stepsFrom } from '../workflows/workflow.rules.ts'
import { unitByCode } from './application.sql.ts'
import { runningOf } from './carry-out.ts'
import { decisionOf } from './decision.sql.ts'
import { opinionsOf } from './opinion.sql.ts'
import { applicationIn } from './party-news.ts'

type Notice = { kind: string; text: string; to: (ctx: Ctx, it: Case, event: Happened) => Promise<string[]> }

const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)
const unit = async (ctx: Ctx, unitId: string | undefined) => (unitId ? ids(await membersOf(ctx, unitId, ['clerk', 'lead'])) : [])
const handler = async (ctx: Ctx, it: Case) => (it.assigneeId ? [it.assigneeId] : await unit(ctx, it.unitId))
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Everybody whose step the approval is, but for who drafted. */
async function approvers(ctx: Ctx, it: Case): Promise<string[]> {
  const running = await runningOf(ctx, it)
  const drafter = (await decisionOf(ctx, it.id))?.draftedBy
  const people: string[] = []
  for (const { who } of running ? stepsFrom(running.workflow, it.state).filter(({ event }) => event === 'approved') : []) {
    if (who.by === 'role') people.push(...ids(await holdersOf(ctx, [who.role])))
    if (who.by !== 'unit') continue
    const unitId = who.unit === undefined ? it.unitId : await unitByCode(ctx, who.unit)
    if (unitId) people.push(...ids(await membersOf(ctx, unitId, who.role ? [who.role] : ['clerk', 'lead'])))
  }
  return people.filter((id) => id !== drafter)
}

/** Members of the departments that still have to say something. */
async function asked(ctx: Ctx, it: Case): Promise<string[]> {
  const open = (await opinionsOf(ctx, it.id)).filter(({ givenAt, closedAt }) => !givenAt && !closedAt)
  const people: string[] = []
  for (const unitId of new Set(open.map((one) => one.unitId))) people.push(...(await unit(ctx, unitId)))
  return people
}

/** A letter that one person signed and that wants another one. */
async function cosigners(ctx: Ctx, it: Case, { about }: Happened): Promise<string[]> {
  const letter = await letterById(ctx, about.find(({ type }) => type === 'letter')?.id ?? '')
  return letter?.state === 'draft' && letter.signedBy ? (await unit(ctx, it.unitId)).filter((id) => id !== letter.signedBy) : []
}

const answered = (text: string): Notice => ({ kind: 'application.answered', text, to: handler })

/** Which event concerns whom among the staff. */
const notices: Record<string, Notice> = {
  'application.submitted': { kind: 'application.offered', text: 'application.tell.submitted', to: (ctx, it) => unit(ctx, it.unitId) },
  'application.handedOn': { kind: 'application.offered', text: 'application.tell.handedOn', to: (ctx, it) => unit(ctx, it.unitId) },
  'application.assigned': {
    kind: 'application.assigned',
    text: 'application.tell.assigned',
    to: async (_, __, { data }) => [textOf(data.personId)].filter((id) => id !== undefined),
  },
  'application.opinionsRequested': { kind: 'application.opinion', text: 'application.tell.opinion', to: asked },
  'application.opinionAsked': {
    kind: 'application.opinion',
    text: 'application.tell.opinion',
    to: (ctx, _, { data }) => unit(ctx, textOf(data.toUnitId)),
  },
  'application.drafted': { kind: 'application.approval', text: 'application.tell.approval', to: approvers },
  'letter.signed': { kind: 'application.approval', text: 'application.tell.signature', to: cosigners },
  'application.returned': {
    kind: 'application.answered',
    text: 'application.tell.returned',
    to: async (ctx, it) => [(await decisionOf(ctx, it.id))?.draftedBy].filter((id) => id !== undefined),
  },
  'application.approved': answered('application.tell.approved'),
  'application.answered': answered('application.tell.answered'),
  'application.received': answered('application.tell.received'),
  'application.replaced': answered('application.tell.replaced'),
  'application.deadlineNear': answered('application.tell.deadlineNear'),
  'application.questionExpired': answered('application.tell.questionExpired'),
  'application.opinionsGiven': answered('application.tell.opinionsGiven'),
  'application.opinionsTimedOut': answered('application.tell.opinionsTimedOut'),
  'application.withdrawn': answered('application.tell.withdrawn'),
  'application.objectionFiled': answered('application.tell.objectionFiled'),
  'application.reopened': answered('application.tell.reopened'),
  // By the one who asked; what the office closes itself is no news for it.
  'application.closed': {
    kind: 'application.answered',
    text: 'application.tell.thanked',
    to: async (ctx, it, { data }) => (typeof data.partyId === 'string' ? await handler(ctx, it) : []),
  },
  'application.deemed': answered('application.tell.deemed'),
}

/** Staff hears of what waits for it: what came in, an opinion, an approval, an answer. Who did it herself does not. */
export const staffNews: Listener = {
  name: 'application.staffNews',
  kinds: Object.keys(notices),
  react: async (ctx, event) => {
    const it = await applicationIn(ctx, event)
    const notice = notices[event.kind]
    if (!it || !notice) return
    const params = { number: it.number, title: it.title }
    for (const personId of await withDeputies(ctx, await notice.to(ctx, it, event)))
      if (personId !== event.actor.personId)
        await notify(ctx, { personId, kind: notice.kind, text: notice.text, params, path: `/amt/antraege/${it.number}` })
  },
}
