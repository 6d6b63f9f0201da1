import type { SeededPeople } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { caseByNumber } from '../../cases/index.ts'
import { confirmParty, contactsOf } from '../../cases/party.sql.ts'
import { photosOf } from '../../cases/photo.ts'
import { seenBy } from '../../cases/timeline.ts'
import { blockSender, blocksOf } from '../moderation/block.verbs.ts'
import { blackOut } from '../moderation/photo.verbs.ts'
import { hideReport, rewordReport } from '../moderation.verbs.ts'
import { actorsOf, as } from './seed.actors.ts'

/** Where on the picture the bag with the letter lies, in percent. */
const LETTER = { x: 65, y: 79, w: 13, h: 14 }
const HOUR_MS = 3_600_000

/** What a moderator did with the reports of one story: a photo blacked out, a text reworded, a report hidden and its sender blocked. */
export async function seedModeration(
  ctx: Ctx,
  which: 'large' | 'small',
  people: SeededPeople,
  [pictured, named, insulting]: readonly string[],
): Promise<void> {
  if (!pictured || !named || !insulting) return
  const moderator = actorsOf(which, people).moderator('mattress')
  /** An hour after what happened to it last. */
  const after = async (number: string): Promise<Ctx> => {
    const last = (await caseByNumber(ctx, number))?.updatedAt ?? ctx.now()
    return as(ctx, moderator, new Date(Math.min(last.getTime() + HOUR_MS, ctx.now().getTime())))
  }
  const it = await caseByNumber(ctx, pictured)
  const [photo] = it ? await photosOf(ctx, it.id, seenBy.public) : []
  if (photo) done(await blackOut(await after(pictured), { number: pictured, fileId: photo.fileId, boxes: [LETTER] }))
  done(
    await rewordReport(await after(named), {
      number: named,
      publicText: 'Da liegt Sperrmüll auf dem Weg, auch eine Matratze.',
      reason: 'personalData',
    }),
  )
  done(
    await hideReport(await after(insulting), {
      number: insulting,
      reason: 'insult',
      text: 'Dass dort Sperrmüll liegt, wissen wir schon; abgeholt wird er in jedem Fall.',
    }),
  )
  const now = as(ctx, moderator, ctx.now())
  const insult = await caseByNumber(ctx, insulting)
  // Its address has been confirmed: any other may be somebody else's.
  for (const party of insult ? await contactsOf(now, insult.id, 1) : []) await confirmParty(now, party)
  const [sender] = (await blocksOf(now, insulting))?.blockable ?? []
  if (!sender) return
  const note = 'Der dritte Text dieser Art in zwei Wochen.'
  done(await blockSender(now, { number: insulting, partyId: sender.partyId, ways: ['email'], days: 30, reason: 'insult', note }))
}

function done(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`the demo's moderation is refused: ${result.refusal.code}`)
}
