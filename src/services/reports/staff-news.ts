import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { type Case, headsOf, holdersOf, membersOf, withDeputies } from '../cases/index.ts'
import { standingOf } from './incident/standing.ts'
import { caseOf } from './news.ts'

type Notice = { kind: string; text: string; to: (ctx: Ctx, it: Case, event: Happened) => Promise<string[]> }

const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)
const unit = async (ctx: Ctx, it: Case) => (it.unitId ? ids(await membersOf(ctx, it.unitId, ['clerk', 'lead'])) : [])
const centre = async (ctx: Ctx) => ids(await holdersOf(ctx, ['dispatcher']))
/** The unit's leads; where it has none those of the office above, else the service desk finds somebody. */
const leads = async (ctx: Ctx, it: Case) => {
  const own = it.unitId ? ids(await membersOf(ctx, it.unitId, ['lead'])) : []
  const above = it.unitId && own.length === 0 ? ids(await headsOf(ctx, it.unitId)) : []
  return [own, above].find((found) => found.length > 0) ?? (await centre(ctx))
}
const handler = async (ctx: Ctx, it: Case) => (it.assigneeId ? [it.assigneeId] : await unit(ctx, it))

const toBeChecked: Notice = {
  kind: 'report.toCheck',
  text: 'report.tell.toCheck',
  to: async (ctx, it) => (it.toCheck && it.stage !== 'draft' ? ids(await holdersOf(ctx, ['moderator'])) : []),
}

/** Which event concerns whom among the staff. */
const notices: Record<string, Notice> = {
  'report.routed': { kind: 'report.offered', text: 'report.tell.offered', to: unit },
  'report.unrouted': { kind: 'report.offered', text: 'report.tell.unrouted', to: centre },
  'assignment.rejected': { kind: 'report.offered', text: 'report.tell.unrouted', to: centre },
  'question.answered': { kind: 'report.answered', text: 'report.tell.answered', to: handler },
  'message.received': { kind: 'report.answered', text: 'report.tell.answered', to: handler },
  'report.reopened': { kind: 'report.answered', text: 'proof.tell.reopened', to: handler },
  'veto.escalated': { kind: 'report.answered', text: 'proof.tell.toLead', to: leads },
  'report.assigned': {
    kind: 'report.assigned',
    text: 'report.tell.assigned',
    to: async (_, __, { data }) => (typeof data.personId === 'string' ? [data.personId] : []),
  },
  'report.sent': toBeChecked,
  'report.confirmed': toBeChecked,
}

/** Staff hears of what waits for it: a new offer, an answer, a report to be checked. Who did it herself does not. */
export const staffNews: Listener = {
  name: 'report.staffNews',
  kinds: Object.keys(notices),
  // A report that waits for its address is told when that is confirmed, and only then.
  concerns: ({ kind, data }) => notices[kind] !== toBeChecked || (data.toCheck === true && data.to !== 'unconfirmed'),
  react: async (ctx, event) => {
    const it = await caseOf(ctx, event)
    const notice = notices[event.kind]
    if (it?.kind !== 'report' || !notice) return
    const params = { number: it.number, title: it.title, place: it.placeLabel }
    // What its parties say lands with those who work on the report that goes on for it; what a moderator checks is each report's own.
    const standing = notice === toBeChecked ? it : await standingOf(ctx, it)
    for (const personId of await withDeputies(ctx, await notice.to(ctx, standing, event)))
      if (personId !== event.actor.personId)
        await notify(ctx, { personId, kind: notice.kind, text: notice.text, params, path: `/amt/meldungen/${it.number}` })
  },
}
