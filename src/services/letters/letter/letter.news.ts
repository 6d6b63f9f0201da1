import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'
import { titleIn } from '../../cases/case-title.ts'
import { type Case, caseById, membersOf, type Party, withDeputies } from '../../cases/index.ts'
import { mailParty } from '../../cases/mail/party-mail.ts'
import { letterEvents } from './letter.events.ts'
import { type Letter, openToParties } from './letter.rules.ts'
import { letterById } from './letter.sql.ts'
import { readersOf } from './reader.ts'

/** Who began the case hears that a letter was handed over, and the unit that one was not fetched. Nothing of what it says. */
export const letterNews: Listener = {
  name: 'letter.news',
  kinds: [letterEvents.handedOver.kind, letterEvents.lapsed.kind],
  react: async (ctx, event) => {
    const letter = await letterById(ctx, letterOf(event))
    const it = letter && (await caseById(ctx, letter.caseId))
    if (!letter || !it) return
    if (event.kind === letterEvents.lapsed.kind) return await tellStaff(ctx, it, letter)
    for (const party of await readersOf(ctx, it.id)) await tellParty(ctx, it, letter, party)
  },
}

const letterOf = ({ about }: Happened): string => about.find(({ type }) => type === 'letter')?.id ?? ''

async function tellParty(ctx: Ctx, it: Case, letter: Letter, party: Party): Promise<void> {
  const text = `letters.news.${openToParties(letter) ? letter.channel : 'retrieval'}`
  const params = { number: it.number, title: it.title }
  if (party.personId)
    return await notify(ctx, { personId: party.personId, kind: 'letter.news', text, params, path: `/status/${it.number}/briefe` })
  const named = { ...params, title: await titleIn(ctx, it, party.locale) }
  const words = textIn(party.locale, text, named)
  await mailParty(ctx, it, party, { text: 'letters.mail', link: 'letters.mail.link', params: { ...named, words } })
}

/** Whoever handed it over, and the unit: it has to go another way. */
async function tellStaff(ctx: Ctx, it: Case, { id, handedOverBy }: Letter): Promise<void> {
  const unit = it.unitId ? (await membersOf(ctx, it.unitId, ['clerk', 'lead'])).map((member) => member.id) : []
  const params = { number: it.number, title: it.title }
  for (const personId of await withDeputies(ctx, [...new Set([...(handedOverBy ? [handedOverBy] : []), ...unit])]))
    await notify(ctx, { personId, kind: 'letter.lapsed', text: 'letters.news.lapsed', params, path: `/briefe/${id}` })
}
