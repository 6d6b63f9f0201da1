import { noteRead } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { verbsFrom } from '#platform/process.ts'
import { assignmentsOf } from '../cases/assignment.sql.ts'
import { type Case, type CasePhoto, caseById, caseByNumber, namesOf, type Party, readNumber, timelineOf } from '../cases/index.ts'
import { messagesOf, openQuestions } from '../cases/message.sql.ts'
import { contactsOf, countParties } from '../cases/party.sql.ts'
import { photosOf } from '../cases/photo.ts'
import { checkWork } from '../cases/step.verbs.ts'
import { seenBy } from '../cases/timeline.ts'
import { categoryBy } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { historyAround } from './near.sql.ts'
import { findingsIn } from './personal.rules.ts'
import { promiseOf } from './promise/promise.sql.ts'
import { type ReportState, type ReportVerb, reportProcess } from './report.rules.ts'
import { placeOf, type Report, reportOfCase } from './report.sql.ts'
import type { CategoryLabel, DeskReport, PartyReport, PublicReport, ReportNear, ReportPlace } from './report.view.rules.ts'
import type { RoutingTrace } from './route.rules.ts'
import { rulesInForce } from './routing.sql.ts'
import { metresBetween } from './similarity.rules.ts'
import { workRights } from './work.checks.ts'
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

async function asRead(ctx: Ctx, { it, report, category }: Whole, audience: 'public' | 'parties'): Promise<PublicReport> {
  const accepted = !['unconfirmed', 'new', 'triage', 'assigned'].includes(it.state)
  const units = it.unitId ? await namesOf(ctx, 'core.organisation', [it.unitId]) : new Map<string, string>()
  const same = report.sameAsCaseId ? await caseById(ctx, report.sameAsCaseId) : undefined
  const { title, placeLabel, number, stage, districtId, assetId, lat, lon, supportCount, receivedAt, updatedAt, dueAt, closedAt } = it
  return {
    id: it.id,
    ...{ title, placeLabel, number, stage, districtId, assetId, lat, lon, supportCount, receivedAt, updatedAt, dueAt, closedAt },
    publicText: it.publicText,
    category: labelOf(category),
    place: publicPlaceOf(it, report),
    unitName: accepted ? units.get(it.unitId ?? '') : undefined,
    routingNote: accepted ? await routingNoteOf(ctx, it) : undefined,
    photos: await photosOf(ctx, it.id, seenBy[audience]),
    timeline: await timelineOf(ctx, it, audience),
    questionOpen: it.stage === 'yourTurn',
    plannedFor: ['planned', 'inWork'].includes(it.state) ? report.plannedFor : undefined,
    endReason: report.endReason,
    sameAs: same?.published ? same.number : undefined,
    published: it.published,
    promise: await promiseOf(ctx, it.id),
  }
}

/** Moderators choose another text, not another note: one that may tell about people stays with the reporter and the staff. */
function publicPlaceOf(it: Case, report: Report): ReportPlace {
  const place = placeOf(it, report)
  return findingsIn(place.note).length > 0 ? { ...place, note: '' } : place
}

/** The public sentence of the rule that was taken. */
async function routingNoteOf(ctx: Ctx, it: Case) {
  const trace = traceOf(await assignmentsOf(ctx, it.id))
  const taken = trace?.tried.find((one) => one.taken)
  return taken?.unitId === it.unitId ? (await rulesInForce(ctx)).find(({ id }) => id === taken?.ruleId)?.publicNote : undefined
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
  const messages = inner ? await messagesOf(ctx, it.id, ['parties']) : []
  const openQuestion = inner && it.stage === 'yourTurn' ? (await openQuestions(ctx, { caseId: it.id }))[0] : undefined
  const read = await asRead(ctx, whole, inner ? 'parties' : 'public')
  return {
    ...read,
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
    mayWithdraw: own && verbsFrom(reportProcess, it.state as ReportState).includes('withdraw'),
    emailUnconfirmed: party.email !== undefined && party.personId === undefined && party.emailConfirmedAt === undefined,
  }
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

/** The staff's view; needs report.see. Each look is kept in the read log. */
export async function deskReport(ctx: Ctx, number: string): Promise<DeskReport | undefined> {
  if (!may(ctx, 'report.see')) return undefined
  const whole = await wholeOf(ctx, await caseByNumber(ctx, readNumber(number) ?? ''))
  if (!whole) return undefined
  const { it, report, category } = whole
  const contact = may(ctx, 'report.contact')
  const contacts = await contactsOf(ctx, it.id, MOST_CONTACTS)
  const { all: partyCount, contacts: contactCount } = await countParties(ctx, it.id)
  noteLook(ctx, it, contacts, contact)
  const assignments = await assignmentsOf(ctx, it.id)
  const same = report.sameAsCaseId ? await caseById(ctx, report.sameAsCaseId) : undefined
  const work = (await checkWork(ctx, it, workRights)).ok
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
    publicText: it.publicText,
    channel: report.channel,
    observedAt: report.observedAt,
    photos: await photosOf(ctx, it.id, seenBy.internal),
    timeline: await timelineOf(ctx, it, 'internal'),
    messages: await messagesOf(ctx, it.id, seenBy.internal),
    openQuestion: it.stage === 'yourTurn' ? (await openQuestions(ctx, { caseId: it.id }))[0] : undefined,
    parties: contact ? contacts : [],
    partyCount,
    contactCount,
    assignments,
    trace: traceOf(assignments),
    plannedFor: report.plannedFor,
    endReason: report.endReason,
    sameAs: same && { id: same.id, number: same.number },
    near: await nearOf(ctx, it, category),
    verbs: verbsNow(ctx, it, work),
    may: {
      work,
      route: may(ctx, 'report.route'),
      reopen: may(ctx, 'report.reopen'),
      moderate: may(ctx, 'report.moderate'),
      contact,
      assign: work && it.unitId !== undefined,
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

/** `work`: the actor may work on this case, asked once for all verbs. */
const verbsNow = (ctx: Ctx, it: Case, work: boolean): ReportVerb[] =>
  verbsFrom(reportProcess, it.state as ReportState).filter((verb) => {
    const permission = reportProcess.steps[verb].may
    return isStaffVerb(verb) && (permission === workRights.own ? work : may(ctx, permission))
  })

async function nearOf(ctx: Ctx, it: Case, category: Category): Promise<ReportNear[]> {
  const here = { id: it.id, lat: it.lat ?? 0, lon: it.lon ?? 0, assetId: it.assetId }
  return (await historyAround(ctx, here, category.radiusM)).map((row) => ({
    ...row,
    distanceM: metresBetween(row, here),
    sameAsset: it.assetId !== undefined && row.assetId === it.assetId,
  }))
}
