import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { type Locale, textIn } from '#platform/text.ts'
import { type Case, caseById, type Party } from '../cases/index.ts'
import { mailParty } from '../cases/mail/party-mail.ts'
import { messagesNamed, openQuestions } from '../cases/message.sql.ts'
import { applicantsOf } from '../cases/party.sql.ts'
import { titleFor } from './news/title.read.ts'

/** Far more than apply together. */
const MOST_APPLICANTS = 50

/** Steps that those who applied hear of; each has a sentence `application.news.{kind}`. A letter tells of itself (letters). */
const told = [
  'accepted',
  'started',
  'moved',
  'asked',
  'questionReminded',
  'questionExpired',
  'replied',
  'written',
  'deemed',
  'closed',
  'ended',
  'transferred',
  'reopened',
  'objectionFiled',
] as const

/** Who applied hears of each step that is meant for her, once: in the account, or by mail to a confirmed address. */
export const partyNews: Listener = {
  name: 'application.partyNews',
  kinds: told.map((kind) => `application.${kind}`),
  concerns: ({ audience }) => audience !== 'internal',
  react: async (ctx, event) => {
    const it = await applicationIn(ctx, event)
    if (!it) return
    for (const party of await applicantsOf(ctx, it.id, MOST_APPLICANTS)) if (!did(party, event)) await tellParty(ctx, it, party, event)
  },
}

/** Whoever did it herself knows. Nobody is an applicant without account, and nobody is the system: that is not the same person. */
const did = (party: Party, { actor, data }: Happened): boolean =>
  party.id === data.partyId || (party.personId !== undefined && party.personId === actor.personId)

/** The application that something happened to. */
export async function applicationIn(ctx: Ctx, { about }: Pick<Happened, 'about'>): Promise<Case | undefined> {
  const id = about.find(({ type }) => type === 'case')?.id
  const it = id === undefined ? undefined : await caseById(ctx, id)
  return it?.kind === 'application' ? it : undefined
}

async function tellParty(ctx: Ctx, it: Case, party: Party, event: Happened): Promise<void> {
  const { kind } = event
  const text = `application.news.${kind.slice('application.'.length)}`
  const params = { number: it.number, title: it.title }
  if (party.personId)
    return await notify(ctx, { personId: party.personId, kind: 'application.news', text, params, path: `/status/${it.number}` })
  if (!party.email || !party.emailConfirmedAt) return
  const { locale } = party
  const named = { ...params, title: await titleFor(ctx, it, locale) }
  await mailParty(ctx, it, party, {
    text: 'application.mail.news',
    link: 'application.mail.news.link',
    params: { ...named, words: textIn(locale, text, named), until: await answerUntil(ctx, it, event, locale) },
  })
}

/** Until when an answer is waited for. What was said stands on the page alone: mails are read by others on their way. */
async function answerUntil(ctx: Ctx, { id }: Case, { kind, data }: Happened, locale: Locale): Promise<string> {
  const [question] =
    kind === 'application.asked' && typeof data.messageId === 'string'
      ? await messagesNamed(ctx, [id], [data.messageId])
      : kind === 'application.questionReminded'
        ? await openQuestions(ctx, { caseId: id })
        : []
  if (!question?.dueAt) return ''
  const shown = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone })
  return textIn(locale, 'application.mail.until', { day: shown.format(question.dueAt) })
}
