import { organisationById } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Locale, textIn } from '#platform/text.ts'
import { namesOf, type Party } from '../cases/index.ts'
import { applicantsOf } from '../cases/party.sql.ts'
import { chargesOf, openCents } from '../payments/index.ts'
import type { Running } from './carry-out.ts'
import { decisionOf } from './decision.sql.ts'
import { onlineBy } from './online.sql.ts'
import { type Recipient, recipientIn } from './recipient.rules.ts'
import { answersOf, sentOf } from './sent.read.ts'

/** What is known for a letter about an application, before a clerk adds to it. */
export type LetterFacts = {
  recipient: Recipient
  contact: { office: string; name: string; phone: string; email: string }
  values: Record<string, string>
  answers: { title: string; rows: { label: string; value: string }[] }[]
  /** What is open, each to be paid by itself. */
  fees: { label: string; cents: number; payment: { reference: string; due: string } }[]
  /** Against decisions of the service nobody objects. */
  suitAlone?: true
}

/** Who applied first is written to. */
export const applicantOf = async (ctx: Ctx, caseId: string): Promise<Party | undefined> => (await applicantsOf(ctx, caseId, 1))[0]

export async function letterFacts(ctx: Ctx, running: Running, locale: Locale): Promise<LetterFacts> {
  const { case: it } = running
  const online = await onlineBy(ctx, { serviceId: it.typeId })
  const [newest] = await sentOf(ctx, it.id)
  const shown = newest ? await answersOf(ctx, newest, locale) : []
  const party = await applicantOf(ctx, it.id)
  const known = party?.name ?? (party?.personId ? (await namesOf(ctx, 'core.person', [party.personId])).get(party.personId) : undefined)
  const told = newest ? recipientIn(newest.form, newest.submission.answers) : { name: '', lines: [] }
  const unit = it.unitId ? await organisationById(ctx, it.unitId) : undefined
  const parts = shown.flatMap(({ title, parts: all }) => all.map((part) => ({ title: part.title ?? title, rows: part.rows })))
  return {
    ...(online?.remedy === 'suit' ? { suitAlone: true as const } : {}),
    recipient: { name: (told.name || known) ?? '', lines: told.lines.slice(0, 5).map((line) => line.slice(0, 200)) },
    contact: {
      office: unit ? (locale === 'en' && unit.nameEn ? unit.nameEn : unit.name) : '',
      name: ctx.actor.name ?? '',
      phone: unit?.phone ?? '',
      email: unit?.email ?? '',
    },
    values: {
      ...Object.fromEntries(parts.flatMap(({ rows }) => rows.map(({ path, text }) => [`answer.${path}`, text.slice(0, 6000)]))),
      ...(await decisionWords(ctx, running, locale)),
    },
    answers: parts.slice(0, 40).map(({ title, rows: all }) => ({
      title: title.slice(0, 200),
      rows: all.slice(0, 300).map(({ label, text }) => ({ label: label.slice(0, 200), value: text.slice(0, 6000) })),
    })),
    fees: await feesOf(ctx, it.id, locale),
  }
}

async function feesOf(ctx: Ctx, caseId: string, locale: Locale): Promise<LetterFacts['fees']> {
  const open = (await chargesOf(ctx, caseId)).filter((charge) => openCents(charge) > 0)
  return open.map((charge) => ({
    label: charge.paidCents > 0 ? textIn(locale, 'letters.fees.rest', { what: charge.reason }) : charge.reason,
    cents: openCents(charge),
    payment: { reference: charge.reference, due: charge.dueOn },
  }))
}

/** Nothing of a draft leaves the house: a decision counts once it is approved, where the workflow wants that. */
async function decisionWords(ctx: Ctx, { case: it, workflow }: Running, locale: Locale): Promise<Record<string, string>> {
  const decision = await decisionOf(ctx, it.id)
  const approves = workflow.steps.some(({ event }) => event === 'approved')
  if (!decision || decision.returnedAt || (approves && !decision.approvedAt)) return {}
  const words = workflow.outcomes.find(({ key }) => key === decision.outcome)?.words
  return {
    'decision.outcome': words ? words[locale] || words.de : textIn(locale, 'application.outcome.other'),
    'decision.reasons': decision.reasons.slice(0, 6000),
    // For conditions in templates, the same in every language.
    'fact.outcome': decision.outcome,
  }
}
