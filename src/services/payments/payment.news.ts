import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Listener } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'
import { titleIn } from '../cases/case-title.ts'
import { type Case, caseById, type Party } from '../cases/index.ts'
import { mailParty } from '../cases/mail/party-mail.ts'
import { contactsOf } from '../cases/party.sql.ts'
import { chargeEvents } from './payment.events.ts'

/** Far more than apply together. */
const MOST_APPLICANTS = 50

const told = {
  [chargeEvents.demanded.kind]: 'payments.news.demanded',
  [chargeEvents.settled.kind]: 'payments.news.settled',
  [chargeEvents.waived.kind]: 'payments.news.waived',
  [chargeEvents.reminded.kind]: 'payments.news.reminded',
}

/** Who applied hears what is to be paid and that it came; how much stands on the page, not in the message. */
export const paymentNews: Listener = {
  name: 'payment.news',
  kinds: Object.keys(told),
  react: async (ctx, { kind, about }) => {
    const it = await caseById(ctx, about.find(({ type }) => type === 'case')?.id ?? '')
    const text = told[kind]
    if (!it || !text) return
    for (const party of await contactsOf(ctx, it.id, MOST_APPLICANTS)) if (party.role === 'applicant') await tellParty(ctx, it, party, text)
  },
}

async function tellParty(ctx: Ctx, it: Case, party: Party, text: string): Promise<void> {
  const params = { number: it.number, title: await titleIn(ctx, it, party.locale) }
  if (party.personId)
    return await notify(ctx, { personId: party.personId, kind: 'payment.news', text, params, path: `/status/${it.number}/zahlung` })
  const words = textIn(party.locale, text, params)
  await mailParty(ctx, it, party, { text: 'payments.mail', link: 'payments.mail.link', params: { ...params, words } })
}
