import { attach, filesOf, keepOwnDocument } from '#core/files/index.ts'
import { demoPeople, permissionsOfRole, type SeededPeople } from '#core/organisations/index.ts'
import { addDays, DAY_MS, dayIn } from '#platform/calendar/day.ts'
import { type Actor, anonymous, type Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Result } from '#platform/result.ts'
import { caseByNumber, partyBySecret } from '../../cases/index.ts'
import { partyOfPerson } from '../../cases/party.sql.ts'
import { lettersOf, signLetter } from '../../letters/index.ts'
import { assignApplication } from '../assign.verbs.ts'
import { askToSign } from '../cosign/ask.verbs.ts'
import { signByLink } from '../cosign/sign.verbs.ts'
import { openDraft, saveDraft, startDraft } from '../draft.verbs.ts'
import { handOverLetter, writeLetter } from '../letter.verbs.ts'
import { confirmNews, wantNews } from '../news/news.verbs.ts'
import { startObjection } from '../objection/objection.verbs.ts'
import { giveOpinion } from '../opinion.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { submit } from '../submit.verbs.ts'
import { addNote } from '../word.verbs.ts'
import { AHEAD, type DemoApplication, type Done, demoApplications } from './cases.ts'
import { emptyPdf } from './empty-pdf.ts'

/** Applications of the large town, each sent and worked on by the same verbs as in real life, with the clock set back. */
export async function seedApplications(ctx: Ctx, { organisations, people }: SeededPeople): Promise<void> {
  const { staff } = demoPeople('large')
  const actorOf = (code: string): Actor => {
    const one = staff.find((each) => each.code === code)
    return {
      ...anonymous,
      kind: 'person',
      permissions: new Set(['everyone', 'signedIn', ...(one ? permissionsOfRole(one.role) : [])]),
      trust: 'basic',
      personId: people.get(code) ?? '',
      ...(one
        ? {
            name: one.name,
            unitIds: [organisations.get(one.department), organisations.get(one.team ?? '')].filter((id): id is string => id !== undefined),
          }
        : {}),
    }
  }
  const at = (code: string, daysAgo: number): Ctx => {
    const moment = new Date(ctx.now().getTime() - daysAgo * DAY_MS)
    return { ...ctx, actor: actorOf(code), now: () => moment }
  }
  for (const application of demoApplications) {
    const writer = application.guest
      ? { ...at('', application.sentDaysAgo), actor: anonymous }
      : at(application.by, application.sentDaysAgo)
    if (application.signedBy) {
      const { name, daysLater } = application.signedBy
      const link = await ask(writer, application)
      if (daysLater === undefined) continue
      const moment = new Date(writer.now().getTime() + daysLater * DAY_MS)
      done(await signByLink({ ...ctx, actor: anonymous, now: () => moment }, { link, name, declared: true, opened: true }))
      continue
    }
    const number = await send(writer, application)
    let here = number
    for (const one of application.life)
      if ('objection' in one) here = await objectTo(at(one.by, one.daysAgo), number, one.objection)
      else await act(at(one.by, one.daysAgo), here, one)
  }
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`an application of the demo is refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

async function send(ctx: Ctx, { service, answers, guest, papers = [] }: DemoApplication): Promise<string> {
  const { secret } = done(await startDraft(ctx, { slug: service }))
  const files: Record<string, unknown> = {}
  for (const paper of papers) {
    const name = `${paper}.pdf`
    files[paper] = [{ id: await keepOwnDocument(ctx, { name, bytes: emptyPdf }), name, size: emptyPdf.length, type: 'application/pdf' }]
  }
  const day = addDays(dayIn(ctx.now(), ctx.town.timeZone), AHEAD)
  const dated = 'eventName' in answers ? { firstDay: day, lastDay: day } : {}
  done(await saveDraft(ctx, { secret }, { answers: { ...answers, ...dated, ...files }, page: 'truth' }))
  const { number, caseId, secret: key } = done(await submit(ctx, { secret }, { clientKey: newId() }))
  if (guest) await hear(ctx, key, guest)
  const kept = new Set((await filesOf(ctx, { type: 'case', id: caseId })).map(({ id }) => id))
  const loose = Object.values(files)
    .flatMap((one) => (one as { id: string }[]).map(({ id }) => id))
    .filter((id) => !kept.has(id))
  if (loose.length > 0) done(await attach(ctx, loose, { type: 'case', id: caseId, audience: 'parties' }))
  return number
}

/** Who has no account confirms an address, and hears of it by mail. */
async function hear(ctx: Ctx, secret: string, email: string): Promise<void> {
  const { party } = (await partyBySecret(ctx, secret))!
  const { confirmSecret } = done(await wantNews(ctx, party, { email }))
  done(await confirmNews(ctx, { secret: confirmSecret ?? '', by: party }))
}

/** An application that a second person has to sign, as far as the link to her. */
async function ask(ctx: Ctx, { service, answers }: DemoApplication): Promise<string> {
  const { secret } = done(await startDraft(ctx, { slug: service }))
  const from = addDays(dayIn(ctx.now(), ctx.town.timeZone), AHEAD)
  const children = (answers.children as object[]).map((child) => ({ ...child, from }))
  done(await saveDraft(ctx, { secret }, { answers: { ...answers, children }, page: 'truth' }))
  return done(await askToSign(ctx, { secret })).links[0]!.secret
}

async function objectTo(ctx: Ctx, number: string, answers: Record<string, unknown>): Promise<string> {
  const it = (await caseByNumber(ctx, number))!
  const party = (await partyOfPerson(ctx, it.id, ctx.actor.personId ?? ''))!
  const letter = (await lettersOf(ctx, it.id, 'parties')).at(-1)!
  const { id } = done(await startObjection(ctx, party, { letterId: letter.id }))
  const { draft } = (await openDraft(ctx, { id }))!
  done(await saveDraft(ctx, { id }, { answers: { ...draft.answers, ...answers }, page: 'who' }))
  return done(await submit(ctx, { id }, { clientKey: newId() })).number
}

async function act(ctx: Ctx, number: string, it: Exclude<Done, { objection: unknown }>): Promise<void> {
  if ('step' in it) done(await takeStep(ctx, { number, step: it.step, text: it.text, outcome: it.outcome, reason: it.reason }))
  else if ('opinion' in it) done(await giveOpinion(ctx, { number, key: it.opinion, verdict: it.verdict, text: it.text }))
  else if ('assign' in it) done(await assignApplication(ctx, { number, personId: ctx.actor.personId }))
  else if ('note' in it) done(await addNote(ctx, { number, text: it.note }))
  else await write(ctx, number, it.letter)
}

async function write(ctx: Ctx, number: string, how: 'written' | 'delivered'): Promise<void> {
  const words = { name: '', address: '', salutation: '', enclosures: '', values: {} }
  const letter = done(await writeLetter(ctx, { number, template: 'decision', channel: 'portal', locale: 'de', ...words }))
  if (how === 'written') return
  const signed = done(await signLetter(ctx, { id: letter.id }))
  done(await handOverLetter(ctx, { number, id: signed.id }))
}
