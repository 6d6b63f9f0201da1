import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { moderated } from '../../../../test/setup/moderated.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { changeCase } from '../../cases/case.sql.ts'
import { partyBySecret } from '../../cases/index.ts'
import { forgetMarks } from '../../cases/party.sql.ts'
import { blockSender, blocksOf, joinReport, liftBlock, sendReport } from '../index.ts'
import { writeToTown } from '../party.verbs.ts'
import { deleteEndedBlocks } from './block.sql.ts'

const { program, as, mod, sent, confirm, codeOf } = await moderated()

test('a blocked sender is refused by address and browser until the block ends or is lifted; danger comes first, others are free', async () => {
  const [email, mark] = ['stoer@example.org', 'm'.repeat(43)]
  const { number, secret } = await sent({ email, mark })
  await confirm(secret)
  const { blockable } = (await as(mod, (ctx) => blocksOf(ctx, number)))!
  expect(blockable).toMatchObject([{ role: 'reporter', ways: ['email', 'browser'] }])
  const input = {
    number,
    partyId: blockable[0]!.partyId,
    ways: ['email' as const, 'browser' as const],
    days: 7,
    reason: 'insult' as const,
    note: '',
  }
  expect(codeOf(await as(anybody, (ctx) => blockSender(ctx, input)))).toBe('notAllowed')
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, { ...input, ways: ['account'] })))).toBe('senderUnknown')
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, input)))).toBe('ok')
  const trying = (more: object, at = program.clock.at) =>
    as(anybody, (ctx) => sendReport(ctx, { category: 'tree', place, text: 'Noch ein Ast', ...more }), at).then(codeOf)
  expect(await trying({ email: 'Stoer@Example.org' })).toBe('addressBlocked')
  expect(await trying({ mark })).toBe('senderBlocked')
  expect(await trying({ email: 'andere@example.org' })).toBe('ok')
  const target = await sent()
  expect(codeOf(await as(anybody, (ctx) => joinReport(ctx, { number: target.number, mark })))).toBe('senderBlocked')
  const kept = await as(system, (ctx) =>
    sql<{ row: string }>`SELECT s::text AS row FROM services.sender_block s WHERE tenant_id = ${ctx.town.id}`.execute(ctx.db),
  )
  expect(kept.rows).toHaveLength(2)
  expect(kept.rows.map(({ row }) => row).join()).not.toMatch(/stoer|mmmm/)

  const later = new Date(program.clock.at.getTime() + 8 * 86_400_000)
  expect(await trying({ email }, later)).toBe('ok')
  const [first] = (await as(mod, (ctx) => blocksOf(ctx, number)))!.blocks
  expect(codeOf(await as(mod, (ctx) => liftBlock(ctx, { id: first!.id })))).toBe('ok')
  expect(codeOf(await as(mod, (ctx) => liftBlock(ctx, { id: first!.id })))).toBe('unknown')
  expect(await as(system, deleteEndedBlocks)).toBe(0)
  expect(await as(system, deleteEndedBlocks, later)).toBe(1)
})

test('who types the address of somebody else neither gets its owner blocked nor learns why she is', async () => {
  const email = 'opfer@example.org'
  const { number, secret } = await sent({ email })
  expect((await as(mod, (ctx) => blocksOf(ctx, number)))!.blockable).toEqual([])
  const party = () => as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
  const block = { number, partyId: (await party()).id, ways: ['email' as const], days: 7, reason: 'hate' as const, note: '' }
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, block)))).toBe('senderUnknown')

  await confirm(secret)
  const later = await sent({ email, text: 'Von jemand anderem' })
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, block)))).toBe('ok')
  const target = await sent()
  const joined = await as(anybody, (ctx) => joinReport(ctx, { number: target.number, email }))
  expect(joined).toMatchObject({ ok: false, refusal: { code: 'addressBlocked', facts: { until: expect.any(String) } } })
  expect(joined.ok || joined.refusal.facts).not.toHaveProperty('reason')
  const writing = async (key: string) =>
    as(anybody, async (ctx) => writeToTown(ctx, (await partyBySecret(ctx, key))!.party, { text: 'Ein Wort' }))
  expect(await writing(secret)).toMatchObject({ ok: false, refusal: { code: 'senderBlocked', facts: { reason: 'hate' } } })
  expect(codeOf(await writing(later.secret))).toBe('addressBlocked')

  // Known by the browser too, one is told why.
  const mark = 'o'.repeat(43)
  const marked = await sent({ mark })
  const [sender] = (await as(mod, (ctx) => blocksOf(ctx, marked.number)))!.blockable
  const browser = {
    ...block,
    number: marked.number,
    partyId: sender!.partyId,
    ways: ['browser' as const],
    days: 1,
    reason: 'insult' as const,
  }
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, browser)))).toBe('ok')
  const both = await as(anybody, (ctx) => joinReport(ctx, { number: target.number, email, mark }))
  expect(both).toMatchObject({ ok: false, refusal: { code: 'senderBlocked', facts: { reason: 'insult' } } })
})

test('a browser that is blocked neither writes nor objects, from its page or by the link in another one', async () => {
  const mark = 'n'.repeat(43)
  const { number, secret, caseId } = await sent({ mark })
  const browser = program.visitor()
  browser.cookies.set('unterstuetzt', mark)
  const other = program.visitor()
  for (const one of [browser, other]) await one.get(`/s/${secret}`)
  const write = (one: typeof browser) => one.post(`/status/${number}/nachricht`, { text: 'Noch ein Wort' })
  const object = (one: typeof browser) => one.post(`/status/${number}/widerspruch`, { text: 'Noch da' })
  expect((await write(browser)).status).toBe(303)
  await as(system, (ctx) => changeCase(ctx, caseId, { state: 'done', stage: 'done', closedAt: program.clock.at }))
  const [sender] = (await as(mod, (ctx) => blocksOf(ctx, number)))!.blockable
  const block = { number, partyId: sender!.partyId, ways: ['browser' as const], days: 7, reason: 'insult' as const, note: '' }
  expect(codeOf(await as(mod, (ctx) => blockSender(ctx, block)))).toBe('ok')
  for (const one of [browser, other])
    for (const refused of [await write(one), await object(one)]) {
      expect(refused.status).toBe(422)
      expect(refused.body).toContain('nehmen wir von Ihnen nichts an')
    }
  // What is kept with the report of its browser is forgotten after a day; the browser itself is known again.
  await as(system, (ctx) => forgetMarks(ctx, new Date(program.clock.at.getTime() + 1)))
  expect((await object(browser)).status).toBe(422)
  expect((await object(other)).status).toBe(303)
})
