import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById, caseByNumber, type Party, readNumber } from '../../cases/index.ts'
import { type BlockableParty, blockableParties, markHashOf } from '../../cases/party.sql.ts'
import { markHash } from '../../cases/party.verbs.ts'
import { tell } from '../../cases/step.verbs.ts'
import { reportEvents } from '../report.events.ts'
import { type BlockInput, type Known, type SenderWay, valuesOf } from './block.rules.ts'
import { type Block, blocksFor, blocksInForce, deleteBlock, insertBlock } from './block.sql.ts'

export { BlockInput, blockDays, senderWays } from './block.rules.ts'
export type { Block }

const hashOf = (way: SenderWay, value: string) => keyedHash('sender-block', `${way} ${value}`)

/** Who took part in a report and can be blocked, and in which ways: no names, whoever may moderate need not know them. */
export type Blockable = { partyId: string; role: string; since: Date; ways: SenderWay[] }

/** By what a party is known again. An address that nobody has confirmed may be anybody's: whoever has it is not blocked for this. */
const knownOf = ({ party: { personId, email, emailConfirmedAt }, markHash: mark }: BlockableParty) =>
  valuesOf({ personId, email: emailConfirmedAt ? email : undefined, markHash: mark })

const blockableOf = (found: BlockableParty): Blockable => ({
  partyId: found.party.id,
  role: found.party.role,
  since: found.party.since,
  ways: knownOf(found).map(({ way }) => way),
})

/** Of one report: who can be blocked, and who is. */
export async function blocksOf(ctx: Ctx, number: string): Promise<{ blockable: Blockable[]; blocks: Block[] } | undefined> {
  if (!may(ctx, 'report.moderate')) return undefined
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!it) return undefined
  const blockable = (await blockableParties(ctx, it.id)).map(blockableOf).filter(({ ways }) => ways.length > 0)
  return { blockable, blocks: await blocksInForce(ctx, { caseId: it.id }) }
}

/** All that are in force, a page at a time. */
export async function allBlocks(ctx: Ctx, after?: { until: Date; id: string }): Promise<{ blocks: Block[]; more: boolean }> {
  const found = await blocksInForce(ctx, after ? { after } : {})
  return { blocks: found.slice(0, 50), more: found.length > 50 }
}

/** Takes nothing more from who sent or joined this report, for some days. Refuses: `unknown`, `notAllowed`, `senderUnknown`. */
export async function blockSender(
  ctx: Ctx,
  input: BlockInput & { number: string },
): Promise<Result<{ number: string }, 'unknown' | 'notAllowed' | 'senderUnknown'>> {
  if (!may(ctx, 'report.moderate')) return refuse('notAllowed')
  const it = await caseByNumber(ctx, readNumber(input.number) ?? '')
  if (!it || it.kind !== 'report') return refuse('unknown')
  const found = (await blockableParties(ctx, it.id)).find(({ party }) => party.id === input.partyId)
  const values = found ? knownOf(found).filter(({ way }) => input.ways.includes(way)) : []
  if (values.length === 0) return refuse('senderUnknown', { field: 'ways' })
  const until = new Date(ctx.now().getTime() + input.days * 86_400_000)
  const { reason, note } = input
  for (const { way, value } of values)
    await insertBlock(ctx, { id: newId(ctx.now().getTime()), way, mark: hashOf(way, value), reason, note, caseId: it.id, until })
  await tell(ctx, it, { event: reportEvents.blocked, data: { reason, count: input.days }, role: 'moderator' })
  return ok({ number: it.number })
}

/** Ends a block before its time. */
export async function liftBlock(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ number: string | undefined }, 'unknown' | 'notAllowed'>> {
  if (!may(ctx, 'report.moderate')) return refuse('notAllowed')
  const gone = await deleteBlock(ctx, id)
  if (!gone) return refuse('unknown')
  const it = gone.case_id ? await caseById(ctx, gone.case_id) : undefined
  if (it) await tell(ctx, it, { event: reportEvents.unblocked, data: {}, role: 'moderator' })
  return ok({ number: it?.number })
}

type Marked = { mark?: string | undefined }
const byMark = ({ mark }: Marked): Known => ({ markHash: mark ? markHash(mark) : undefined })

export type BlockRefused = 'senderBlocked' | 'addressBlocked'

/**
 * Refuses those from whom nothing is taken: until when, and how to object. `mark` is of the browser that asks. Anybody can type an
 * address: why nothing is taken from it is said to nobody who is known by it alone (`addressBlocked`).
 */
export const refuseBlocked = (ctx: Ctx, { personId, email, mark }: Known & Marked) =>
  refuseValues(ctx, valuesOf({ personId, email, ...byMark({ mark }) }), { ownEmail: false })

/** As `refuseBlocked`, of somebody who takes part already: also by the browser she sent from, as long as it is known. */
export async function refuseBlockedParty(ctx: Ctx, party: Party, asking: Marked): Promise<Result<true, BlockRefused>> {
  const { personId, email, emailConfirmedAt } = party
  const sentFrom = await markHashOf(ctx, party)
  const values = [...valuesOf({ personId, email, markHash: sentFrom }), ...valuesOf(byMark(asking))]
  return await refuseValues(ctx, values, { ownEmail: emailConfirmedAt !== undefined })
}

async function refuseValues(
  ctx: Ctx,
  values: ReturnType<typeof valuesOf>,
  { ownEmail }: { ownEmail: boolean },
): Promise<Result<true, BlockRefused>> {
  if (values.length === 0) return ok(true)
  const blocks = await blocksFor(
    ctx,
    values.map(({ way, value }) => hashOf(way, value)),
  )
  const own = blocks.find(({ way }) => ownEmail || way !== 'email')
  const block = own ?? blocks[0]
  if (!block) return ok(true)
  const until = new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ctx.town.timeZone,
  }).format(block.until)
  return own ? refuse('senderBlocked', { facts: { until, reason: own.reason } }) : refuse('addressBlocked', { facts: { until } })
}
