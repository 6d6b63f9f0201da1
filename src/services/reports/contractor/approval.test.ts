import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { firmTown, type Order } from '../../../../test/setup/firms.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { partyBySecret } from '../../cases/index.ts'
import { blackOut, publicReport, showPhoto, takeStep } from '../index.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { type taskStates, toApprove } from './task.rules.ts'
import { finishWithFirmPhotos } from './task.verbs.ts'

const { program, as, clerk, photo, handedOut, stateOf, moderator } = await firmTown()

test('approved is what the newest task of a report says, whichever report of the damage it is, and only until the report turned', () => {
  const [before, then, since] = [new Date('2026-05-06'), new Date('2026-05-07'), new Date('2026-05-08')]
  const task = (caseId: string, state: (typeof taskStates)[number]) => ({ caseId, state, endedAt: then })
  const never = () => undefined
  expect(toApprove([], never)).toBeUndefined()
  expect(toApprove([task('a', 'sent'), task('a', 'closed')], never)).toBeUndefined()
  expect(toApprove([task('b', 'sent'), task('a', 'closed')], never)).toEqual(task('a', 'closed'))
  expect(toApprove([task('a', 'takenBack'), task('b', 'closed'), task('b', 'declined')], never)).toEqual(task('b', 'closed'))
  expect(toApprove([task('a', 'closed')], () => before)).toEqual(task('a', 'closed'))
  expect(toApprove([task('a', 'closed')], () => since)).toBeUndefined()
  const both = [task('a', 'closed'), task('b', 'closed')]
  expect(toApprove(both, (caseId) => (caseId === 'a' ? since : before))).toEqual(task('b', 'closed'))
})

/** The firm says that it is done, with so many photos: their files, in its order. */
async function closed({ link, firm, caseId }: Pick<Order, 'link' | 'firm' | 'caseId'>, count = 1) {
  const known = new Set((await afterPhotos(caseId)).map(({ id }) => id))
  const photos = Array.from({ length: count }, photo)
  expect((await firm.fill(link, `${link}/erledigt`, { text: 'Gefüllt.', photos })).status).toBe(303)
  return (await afterPhotos(caseId)).flatMap(({ id }) => (known.has(id) ? [] : [id]))
}
const afterPhotos = (caseId: string) =>
  as(system, (ctx) =>
    ctx.db
      .selectFrom('services.case_file')
      .select(['file_id as id', 'audience'])
      .where('tenant_id', '=', ctx.town.id)
      .where('case_id', '=', caseId)
      .where('role', '=', 'after')
      .orderBy('position')
      .execute(),
  )
const shownOf = async (number: string) => (await as(anybody, (ctx) => publicReport(ctx, number)))!.photos.map(({ fileId }) => fileId)
const show = async (number: string, fileId: string, shown: boolean) =>
  expect((await as(moderator, (ctx) => showPhoto(ctx, { number, fileId, shown }))).ok).toBe(true)
/** Another firm gets the work; its link. */
async function handedAgain(desk: string, email: string) {
  expect((await clerk.visitor.fill(desk, desk, { email, text: 'Bitte noch einmal.' })).status).toBe(303)
  return /\/auftrag\/[\w-]+\.[\w-]+/.exec((await clerk.visitor.get(desk)).body)![0]
}

test('approving one firm’s work shows its photos alone: those of a firm whose work was not enough stay with the staff', async () => {
  const first = await handedOut()
  const rejected = await closed(first, 2)
  program.clock.forward(60)
  const link = await handedAgain(first.desk, 'zweite@example.org')
  const approved = await closed({ ...first, link }, 3)
  expect((await clerk.visitor.fill(first.desk, `${first.desk}/abschluss`)).status).toBe(303)
  expect(await shownOf(first.number)).toEqual(approved)
  const kept = (await afterPhotos(first.caseId)).filter(({ audience }) => audience === 'internal').map(({ id }) => id)
  expect(kept.sort()).toEqual(rejected.sort())
})

test('a photo that a moderator hid does not come back with the approval, blacked out or not; one shown again does', async () => {
  const { number, desk, caseId, ...order } = await handedOut()
  const [hidden, redacted, again, plain] = await closed({ ...order, caseId }, 4)
  for (const fileId of [hidden!, redacted!, again!]) await show(number, fileId, true)
  for (const fileId of [hidden!, redacted!, again!]) await show(number, fileId, false)
  await show(number, again!, true)
  const boxes = [{ x: 10, y: 10, w: 40, h: 40 }]
  const drawn = await as(moderator, (ctx) => blackOut(ctx, { number, fileId: redacted!, boxes }))
  expect(drawn.ok).toBe(true)
  expect((await clerk.visitor.fill(desk, `${desk}/abschluss`)).status).toBe(303)
  expect(await shownOf(number)).toEqual([again, plain])
})

test('opened again, the work that was not enough cannot be approved once more, nor its hidden photo shown; the next firm’s can', async () => {
  const { number, desk, caseId, secret, ...order } = await handedOut()
  const [hidden] = await closed({ ...order, caseId })
  program.clock.forward(60)
  expect((await clerk.visitor.fill(desk, `${desk}/abschluss`)).status).toBe(303)
  await show(number, hidden!, false)
  program.clock.forward(60)
  const { party } = (await as(anybody, (ctx) => partyBySecret(ctx, secret)))!
  const objected = await as(anybody, (ctx) => objectTo(ctx, party, { text: 'Das Loch ist noch da.' }))
  expect(objected).toMatchObject({ ok: true, value: { reopened: true } })

  expect((await clerk.visitor.get(desk)).body).not.toContain(`${desk}/abschluss`)
  const approvedTwice = await as(system, (ctx) => finishWithFirmPhotos(ctx, { number, text: '' }))
  expect(approvedTwice).toMatchObject({ ok: false, refusal: { code: 'wrongState' } })
  expect(await stateOf(number)).toBe('reopened')
  expect(await shownOf(number)).toEqual([])

  await as(system, (ctx) => takeStep(ctx, { number, verb: 'start' }))
  const link = await handedAgain(desk, 'dritte@example.org')
  const approved = await closed({ ...order, caseId, link })
  expect((await clerk.visitor.fill(desk, `${desk}/abschluss`)).status).toBe(303)
  expect(await shownOf(number)).toEqual(approved)
})
