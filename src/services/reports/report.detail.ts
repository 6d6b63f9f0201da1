import { noteRead } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Stage, verbsFrom } from '#platform/process.ts'
import { assignmentsOf } from '../cases/assignment.sql.ts'
import {
  absencesOf,
  type Case,
  type CasePhoto,
  caseById,
  caseByNumber,
  comingDeletions,
  type Message,
  namesOf,
  type Party,
  readNumber,
  type TimelineEntry,
} from '../cases/index.ts'
import { messagesOf, openQuestions } from '../cases/message.sql.ts'
import { contactsOf, countParties, reportersOf } from '../cases/party.sql.ts'
import { photosOf } from '../cases/photo.ts'
import { checkWork } from '../cases/step.verbs.ts'
import { seenBy } from '../cases/timeline.ts'
import { categoryBy } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { waitShown } from './escalation/look.verbs.ts'
import { historyOf } from './incident/history.ts'
import { type DeskIncident, incidentAtDesk, incidentInPublic } from './incident/incident.read.ts'
import { standingOf } from './incident/standing.ts'
import { nearOf } from './near.ts'
import { clockDoubt } from './observed.rules.ts'
import { findingsIn } from './personal.rules.ts'
import { promiseOf } from './promise/promise.sql.ts'
import { waitingObjection } from './proof/waiting.read.ts'
import { type ReportState, type ReportVerb, reportProcess } from './report.rules.ts'
import { placeOf, type Report, reportOfCase } from './report.sql.ts'
import type { CategoryLabel, DeskReport, PartyReport, PublicReport, ReportPlace } from './report.view.rules.ts'
import type { RoutingTrace } from './route.rules.ts'
import { whyThisUnit } from './routing/why.ts'
import { checkRight, workRights } from './work.checks.ts'
import { isStaffVerb } from './work.steps.ts'

export const labelOf = ({ id, code, groupCode, name, icon }: Category): CategoryLabel => ({ id, code, groupCode, name, icon })

type Whole = { it: Case; report: Report; category: Category }

async function wholeOf(ctx: Ctx, it: Case | undefined): Promise<Whole | undefined> {
  const report = it && (await reportOfCase(ctx, it.id))
  const category = it && (await categoryBy(ctx, it.typeId))
  return it && report && category ? { it, report, category } : undefined
}

/** What everybody may read. Undefined as long as it is not published: then a number is no proof that a report exists. */
export async function publicReport(ctx: Ctx, number: string): Promise<PublicReport | undefined> {
  const whole = await wholeOf(ctx, await caseByNumber(ctx, readNumber(number) ?? ''))
  return whole?.it.published ? await asRead(ctx, whole, 'public') : undefined
}

/** What was told is the report's own; how it stands is how the one stands that goes on for it. */
async function asRead(ctx: Ctx, { it, report, category }: Whole, audience: 'public' | 'parties'): Promise<PublicReport> {
  const head = await standingOf(ctx, it)
  const goesOn = head.id === it.id ? report : ((await reportOfCase(ctx, head.id)) ?? report)
  const accepted = !['unconfirmed', 'new', 'triage', 'assigned'].includes(head.state)
  const units = head.unitId ? await namesOf(ctx, 'core.organisation', [head.unitId]) : new Map<string, string>()
  const { title, placeLabel, number, districtId, assetId, lat, lon, supportCount, receivedAt } = it
  const { stage, updatedAt, dueAt, closedAt } = head
  return {
    id: it.id,
    ...{ title, placeLabel, number, stage, districtId, assetId, lat, lon, supportCount, receivedAt, updatedAt, dueAt, closedAt },
    publicText: it.publicText,
    category: labelOf(category),
    place: publicPlaceOf(it, report),
    unitName: accepted ? units.get(head.unitId ?? '') : undefined,
    routingNote: accepted
      ? await whyThisUnit(ctx, head, category, traceOf(await assignmentsOf(ctx, head.id)), units.get(head.unitId ?? ''))
      : undefined,
    photos: [...(await photosOf(ctx, it.id, seenBy[audience])), ...(head.id === it.id ? [] : await repairPhotos(ctx, head))],
    timeline: await historyOf(ctx, it, audience),
    questionOpen: head.stage === 'yourTurn',
    plannedFor: ['planned', 'inWork'].includes(head.state) ? goesOn.plannedFor : undefined,
    endReason: goesOn.endReason,
    incident: await incidentInPublic(ctx, it, head),
    published: it.published,
    promise: await promiseOf(ctx, head.id),
  }
}

/** The repair is everybody's; pictures of the damage are each report's own. */
const repairPhotos = async (ctx: Ctx, { id }: Case) => (await photosOf(ctx, id, seenBy.public)).filter(({ role }) => role === 'after')

/** Moderators choose another text, not another note: one that may tell about people stays with the reporter and the staff. */
function publicPlaceOf(it: Case, report: Report): ReportPlace {
  const place = placeOf(it, report)
  return findingsIn(place.note).length > 0 ? { ...place, note: '' } : place
}

/** Traces are written by `route` alone. */
const traceOf = (assignments: readonly { trace: unknown }[]): RoutingTrace | undefined =>
  assignments.find(({ trace }) => trace !== undefined)?.trace as RoutingTrace | undefined

/** The party's view, published or not. */
export async function partyReport(ctx: Ctx, party: Party): Promise<PartyReport | undefined> {
  const whole = await wholeOf(ctx, await caseById(ctx, party.caseId))
  if (!whole) return undefined
  const { it, report, category } = whole
  // Who only follows reads what everybody reads; who joined reads along, but what the reporter wrote is the reporter's.
  const inner = party.role !== 'subscriber'
  const own = party.role === 'reporter'
  const head = await standingOf(ctx, it)
  const messages = inner ? await messagesFor(ctx, it, head) : []
  const openQuestion = inner && [it, head].some(({ stage }) => stage === 'yourTurn') ? await questionFor(ctx, it, head) : undefined
  const read = await asRead(ctx, whole, inner ? 'parties' : 'public')
  return {
    ...read,
    stage: inner ? stageFor(read.stage, head, openQuestion !== undefined) : read.stage,
    ...(own ? { place: placeOf(it, report) } : withoutOthers(read, party)),
    party,
    originalText: own ? report.text : it.publicText,
    answers: own ? report.answers : {},
    questions: category.questions,
    messages: messages.filter(
      ({ kind, authorPartyId }) =>
        ['question', 'answer', 'message'].includes(kind) && (own || !authorPartyId || authorPartyId === party.id),
    ),
    openQuestion,
    deletedFrom: own ? (await comingDeletions(ctx, [it.id])).get(it.id) : undefined,
    // What others rely on as well, nobody takes back alone.
    mayWithdraw: own && read.incident === undefined && verbsFrom(reportProcess, it.state as ReportState).includes('withdraw'),
    emailUnconfirmed: party.email !== undefined && party.personId === undefined && party.emailConfirmedAt === undefined,
  }
}

/** What was said between the town and this report's parties, and what the town said to the parties of all. */
async function messagesFor(ctx: Ctx, it: Case, head: Case): Promise<Message[]> {
  const own = await messagesOf(ctx, it.id, ['parties'])
  if (head.id === it.id) return own
  const toAll = (await messagesOf(ctx, head.id, ['parties'])).filter(({ shared }) => shared)
  return [...own, ...toAll].sort((a, b) => a.at.getTime() - b.at.getTime())
}

async function questionFor(ctx: Ctx, it: Case, head: Case): Promise<Message | undefined> {
  const [own] = await openQuestions(ctx, { caseId: it.id })
  if (own || head.id === it.id) return own
  return (await openQuestions(ctx, { caseId: head.id })).find(({ shared }) => shared)
}

/** While the town waits for somebody else, it is not this reader's turn. */
function stageFor(stage: Stage, head: Case, asked: boolean): Stage {
  if (asked) return 'yourTurn'
  if (stage !== 'yourTurn') return stage
  return head.beforeState ? reportProcess.states[head.beforeState as ReportState] : stage
}

/** Anybody can join: what other parties said and showed to the town stays between them and the town. */
function withoutOthers({ photos, timeline }: PublicReport, { id }: Party): Pick<PublicReport, 'photos' | 'timeline'> {
  const mine = new Set(timeline.filter(({ partyId }) => partyId === id).map((entry) => entry.id))
  const seen = (all: readonly CasePhoto[]) => all.filter(({ audience, eventId }) => audience === 'public' || mine.has(eventId ?? ''))
  return {
    photos: seen(photos),
    timeline: timeline.map((entry) =>
      entry.partyId && entry.partyId !== id ? { ...entry, text: undefined, photos: seen(entry.photos) } : entry,
    ),
  }
}

/** As many as the page of one report names. */
const MOST_CONTACTS = 200

/** The staff's view; needs report.see. Each look is kept in the read log. `contact: false` leaves out who reported it and how to reach them. */
export async function deskReport(ctx: Ctx, number: string, wanted: { contact?: boolean } = {}): Promise<DeskReport | undefined> {
  if (!may(ctx, 'report.see')) return undefined
  const whole = await wholeOf(ctx, await caseByNumber(ctx, readNumber(number) ?? ''))
  if (!whole) return undefined
  const { it, report, category } = whole
  const contact = wanted.contact !== false && may(ctx, 'report.contact')
  const contacts = await contactsOf(ctx, it.id, MOST_CONTACTS)
  const { all: partyCount, contacts: contactCount } = await countParties(ctx, it.id)
  noteLook(ctx, it, contacts, contact)
  const timeline = await historyOf(ctx, it, 'internal')
  await noteOthers(ctx, it, timeline)
  const assignments = await assignmentsOf(ctx, it.id)
  const work = (await checkWork(ctx, await standingOf(ctx, it), workRights)).ok
  const incident = await incidentAtDesk(ctx, it, work)
  const objection = await waitingObjection(ctx, it)
  const decides = objection !== undefined && (await checkRight(ctx, it, 'turnDown')).ok
  return {
    case: {
      ...it,
      unitName: (await namesOf(ctx, 'core.organisation', it.unitId ? [it.unitId] : [])).get(it.unitId ?? ''),
      assigneeName: (await namesOf(ctx, 'core.person', it.assigneeId ? [it.assigneeId] : [])).get(it.assigneeId ?? ''),
    },
    state: it.state as ReportState,
    category,
    place: placeOf(it, report),
    originalText: report.text,
    answers: report.answers,
    extra: report.extra,
    publicText: it.publicText,
    channel: report.channel,
    observedAt: report.observedAt,
    clockDoubt: report.observedAt && clockDoubt(report.observedAt, it.receivedAt),
    photos: await photosOf(ctx, it.id, seenBy.internal),
    timeline,
    messages: await messagesOf(ctx, it.id, seenBy.internal),
    openQuestion: await questionAtDesk(ctx, it, incident),
    parties: contact ? contacts : [],
    partyCount,
    contactCount,
    assignments,
    trace: traceOf(assignments),
    wait: it.closedAt ? undefined : await waitShown(ctx, it.id, it.state),
    objection,
    away: it.assigneeId ? (await absencesOf(ctx, [it.assigneeId])).find(({ state }) => state === 'running') : undefined,
    plannedFor: report.plannedFor,
    promised: (await promiseOf(ctx, it.id)) !== undefined,
    endReason: report.endReason,
    incident,
    near: await nearOf(ctx, it, category),
    verbs: it.incidentId ? [] : verbsNow(ctx, it, work, decides),
    may: {
      work,
      route: may(ctx, 'report.route'),
      reopen: may(ctx, 'report.reopen'),
      moderate: may(ctx, 'report.moderate'),
      contact,
      assign: work && it.unitId !== undefined && it.incidentId === undefined,
    },
    findings: report.findings,
    publication: it.published ? 'published' : report.hiddenAt ? 'hidden' : category.publish === 'never' ? 'never' : 'waiting',
  }
}

/** The reporter's own words are personal to whoever opens them; with the right to contact, so is everybody who left an address. */
function noteLook(ctx: Ctx, { id }: Case, contacts: readonly Party[], contact: boolean): void {
  const reporter = contacts.find(({ role }) => role === 'reporter')
  const look = (party: Party | undefined) =>
    noteRead(ctx, {
      subject: { type: 'case', id },
      personId: party?.personId ?? null,
      purpose: contact && (party?.personId ?? party?.name ?? party?.email ?? party?.phone) ? 'report.contact' : 'report.detail',
    })
  look(reporter)
  if (contact) for (const party of contacts) if (party !== reporter) look(party)
}

/** What the parties of another report of the damage wrote or showed to the town alone is read here as well. */
async function noteOthers(ctx: Ctx, it: Case, timeline: readonly TimelineEntry[]): Promise<void> {
  const read = timeline.filter(
    ({ caseId, audience, text, photos }) => caseId !== it.id && audience !== 'public' && (text !== undefined || photos.length > 0),
  )
  const ids = [...new Set(read.map(({ caseId }) => caseId))]
  const reporters = await reportersOf(ctx, ids)
  for (const id of ids) noteRead(ctx, { subject: { type: 'case', id }, personId: reporters.get(id) ?? null, purpose: 'report.detail' })
}

/** The question that the town waits for: of this report, or of one that rests at it. */
async function questionAtDesk(ctx: Ctx, it: Case, incident: DeskIncident | undefined): Promise<Message | undefined> {
  if (it.stage !== 'yourTurn' && incident?.head.stage !== 'yourTurn') return undefined
  const ids = [it.id, ...(incident && !incident.isMember ? incident.members.map(({ id }) => id) : [])]
  return (await openQuestions(ctx, { caseIds: ids }))[0]
}

/** `work`: the actor may work on this case, asked once for all verbs; `decides`: on the objection that waits. */
export const verbsNow = (ctx: Ctx, it: Case, work: boolean, decides: boolean): ReportVerb[] =>
  verbsFrom(reportProcess, it.state as ReportState).filter((verb) => {
    const permission = reportProcess.steps[verb].may
    if (verb === 'turnDown') return decides
    return isStaffVerb(verb) && (permission === workRights.own ? work : may(ctx, permission))
  })
