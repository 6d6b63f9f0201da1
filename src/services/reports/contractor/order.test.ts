import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { firmTown, type Order } from '../../../../test/setup/firms.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { changeCase } from '../../cases/case.sql.ts'
import { caseByNumber, partyBySecret } from '../../cases/index.ts'
import { raiseDue } from '../escalation/raise.ts'
import { waitOfCase } from '../escalation/wait.sql.ts'
import { hideReport, takeStep, withdrawReport } from '../index.ts'

const { program, as, clerk, photo, accepted, handedOut, taskOf, mailsTo, moderator } = await firmTown()

test('what a moderator hid is hidden from the firm as well; the order stays', async () => {
  const { number, link, firm } = await handedOut()
  expect((await firm.get(link)).body).toContain('Ein tiefes Loch')
  expect((await as(moderator, (ctx) => hideReport(ctx, { number, reason: 'personalData' }))).ok).toBe(true)
  const { body } = await firm.get(link)
  expect(body).toContain('Bitte Loch füllen.')
  expect(body).not.toContain('Ein tiefes Loch')
})

test('who hands a report to a firm, or takes it back, acts: what was told too late is over, and waits from then on', async () => {
  const { number } = await accepted()
  const caseId = (await as(system, (ctx) => caseByNumber(ctx, number)))!.id
  const waiting = async () => {
    const [wait, it] = await as(system, async (ctx) => [await waitOfCase(ctx, caseId), await caseByNumber(ctx, number)] as const)
    return { waits: wait?.waits, since: wait?.since, level: wait?.level, escalated: it?.escalated }
  }
  const days = (count: number) => program.clock.forward(count * 24 * 60)
  days(12)
  await as(system, raiseDue)
  expect(await waiting()).toMatchObject({ waits: 'work', level: 1, escalated: 1 })
  const desk = `/amt/meldungen/${number}/firma`
  expect((await clerk.visitor.fill(desk, desk, { email: 'leiter@example.org', text: 'Bitte Loch füllen.' })).status).toBe(303)
  expect(await waiting()).toEqual({ waits: 'word', since: program.clock.at, level: 0, escalated: 0 })
  days(12)
  await as(system, raiseDue)
  expect(await waiting()).toMatchObject({ waits: 'word', level: 1 })
  const page = await clerk.visitor.get(desk)
  expect((await clerk.visitor.submit(page, /action="([^"]+\/zurueck)"/.exec(page.body)![1]!)).status).toBe(303)
  expect(await waiting()).toEqual({ waits: 'word', since: program.clock.at, level: 0, escalated: 0 })
  days(-24)
})

/** Tells the firm, whose link shows nothing any more. */
async function over({ link, firm, caseId }: Order, email: string, how: 'ended' | 'takenBack') {
  expect((await taskOf(caseId)).state).toBe(how)
  expect((await firm.get(link)).body).not.toContain('Bitte Loch füllen.')
  expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['contractor.mail.sent', `contractor.mail.${how}`])
}

test('the report leaves its unit: the firm that still had the work has it no longer', async () => {
  const order = await handedOut({ email: 'abgegeben@example.org' })
  const { number } = order
  expect((await as(system, (ctx) => takeStep(ctx, { number, verb: 'reportBack' }))).ok).toBe(true)
  expect((await taskOf(order.caseId)).state).toBe('sent')
  expect((await as(system, (ctx) => takeStep(ctx, { number, verb: 'handOn', reason: 'noCapacity' }))).ok).toBe(true)
  await over(order, 'abgegeben@example.org', 'takenBack')

  const opened = await handedOut({ email: 'zurueckgelegt@example.org' })
  // As a report stood that was opened again while a firm had it, before its work ended with the report.
  await as(system, (ctx) => changeCase(ctx, opened.caseId, { state: 'reopened', stage: 'accepted' }))
  expect((await as(system, (ctx) => takeStep(ctx, { number: opened.number, verb: 'unroute' }))).ok).toBe(true)
  await over(opened, 'zurueckgelegt@example.org', 'takenBack')
})

test('the reporter takes the report back: the firm’s work ends with it', async () => {
  const order = await handedOut({ email: 'zurueckgezogen@example.org' })
  // As a report stood whose firm kept the work while it went to another unit.
  await as(system, (ctx) => changeCase(ctx, order.caseId, { state: 'accepted', stage: 'accepted' }))
  const { party } = (await as(anybody, (ctx) => partyBySecret(ctx, order.secret)))!
  expect((await as(anybody, (ctx) => withdrawReport(ctx, party))).ok).toBe(true)
  await over(order, 'zurueckgezogen@example.org', 'ended')
})

test('a link that ends while the firm writes: it reads why its words did not arrive, and the words', async () => {
  const gone = 'Das geht mit diesem Link nicht mehr.'
  const { desk, link, firm } = await handedOut()
  const [before, page] = [await firm.get(link), await clerk.visitor.get(desk)]
  expect((await clerk.visitor.submit(page, /action="([^"]+\/zurueck)"/.exec(page.body)![1]!)).status).toBe(303)
  const asked = await firm.submit(before, `${link}/frage`, { text: 'Welche Seite?' })
  expect(asked.status).toBe(422)
  for (const shown of [gone, 'Welche Seite?', 'zurückgenommen']) expect(asked.body).toContain(shown)
  expect(asked.body).not.toContain('Bitte Loch füllen.')

  const late = await handedOut()
  const open = await late.firm.get(late.link)
  program.clock.forward(11 * 24 * 60)
  const closing = await late.firm.submit(open, `${late.link}/erledigt`, { text: 'Gefüllt.', photos: photo() })
  program.clock.forward(-11 * 24 * 60)
  expect(closing.status).toBe(422)
  for (const shown of [gone, 'Gefüllt.', 'abgelaufen']) expect(closing.body).toContain(shown)
})

test('accepted twice, from two windows: the second reads that it is not possible any more, and can go on', async () => {
  const { link, firm } = await handedOut()
  const [one, other] = [await firm.get(link), await firm.get(link)]
  expect((await firm.submit(one, `${link}/annehmen`)).status).toBe(303)
  const twice = await firm.submit(other, `${link}/annehmen`)
  expect(twice.status).toBe(422)
  expect(twice.body).toContain('Das geht mit diesem Link nicht mehr.')
  expect(twice.body).toContain(`action="${link}/erledigt"`)
})
