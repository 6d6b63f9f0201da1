import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'
import { type Case, caseById, type Party } from '../../cases/index.ts'
import { mailParty } from '../../cases/mail/party-mail.ts'
import { letterEvents } from './letter.events.ts'
import { type Letter, waitsForRetrieval } from './letter.rules.ts'
import { letterById } from './letter.sql.ts'
import { readersOf } from './reader.ts'

/** Who began the case hears that a letter was handed over, and the unit's clerk that one was not fetched. Nothing of what it says. */
export const letterNews: Listener = {
  name: 'letter.news',
  kinds: [letterEvents.handedOver.kind, letterEvents.lapsed.kind],
  react: async (ctx, event) => {
    const letter = await letterById(ctx, letterOf(event))
    const it = letter && (await caseById(ctx, letter.caseId))
    if (!letter || !it) return
    if (event.kind === letterEvents.lapsed.kind) return await tellClerk(ctx, it, letter)
    for (const party of await readersOf(ctx, it.id)) await tellParty(ctx, it, letter, party)
  },
}

const letterOf = ({ about }: Happened): string => about.find(({ type }) => type === 'letter')?.id ?? ''

async function tellParty(ctx: Ctx, it: Case, letter: Letter, party: Party): Promise<void> {
  const text = `letters.news.${waitsForRetrieval(letter) ? 'retrieval' : letter.channel}`
  const params = { number: it.number, title: it.title }
  if (party.personId)
    return await notify(ctx, { personId: party.personId, kind: 'letter.news', text, params, path: `/status/${it.number}/briefe` })
  const words = textIn(party.locale, text, params)
  await mailParty(ctx, it, party, { text: 'letters.mail', link: 'letters.mail.link', params: { ...params, words } })
}

async function tellClerk(ctx: Ctx, it: Case, { id, handedOverBy }: Letter): Promise<void> {
  if (!handedOverBy) return
  const params = { number: it.number, title: it.title }
  await notify(ctx, { personId: handedOverBy, kind: 'letter.lapsed', text: 'letters.news.lapsed', params, path: `/briefe/${id}` })
}
