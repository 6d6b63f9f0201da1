import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { changeCase } from '../../cases/case.sql.ts'
import { caseByNumber, partyBySecret } from '../../cases/index.ts'
import { raiseDue } from '../escalation/raise.ts'
import { waitOfCase } from '../escalation/wait.sql.ts'
import { mergeReports, splitReports } from '../incident/incident.verbs.ts'
import {
  blackOut,
  CategoryInput,
  hideReport,
  publicReport,
  saveCategory,
  saveGroup,
  sendReport,
  showPhoto,
  takeStep,
  withdrawReport,
} from '../index.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { tellRunOut } from './run-out.job.ts'
import { taskIdOf, taskPath } from './task.link.ts'
import { taskStates, toApprove, verbsOfTask } from './task.rules.ts'
import { tasksOf } from './task.sql.ts'
import { finishWithFirmPhotos } from './task.verbs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const clerk = await program.signedIn({ roles: ['clerk'] })
const other = await program.signedIn({ roles: ['clerk'] })
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  const unitId = clerk.organisationId!
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId }))
})
const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#888' } })
  .jpeg()
  .toBuffer()
const photo = () => new File([new Uint8Array(jpeg)], 'nachher.jpg', { type: 'image/jpeg' })

/** A report that its unit has accepted. */
async function accepted() {
  const sent = await as(anybody, (ctx) =>
    sendReport(ctx, { category: 'pothole', place, text: 'Ein tiefes Loch', name: 'Berta Beispiel', email: 'berta@example.org' }),
  )
  if (!sent.ok) throw new Error(sent.refusal.code)
  await as(system, (ctx) => takeStep(ctx, { number: sent.value.number, verb: 'accept' }))
  return sent.value
}

/** One that was given to a firm; its desk page and the firm's link. */
async function handedOut(more: Record<string, string> = {}) {
  const { number, caseId, secret } = await accepted()
  const desk = `/amt/meldungen/${number}/firma`
  const given = await clerk.visitor.fill(desk, desk, {
    name: 'Bau Kurz',
    email: 'bau@example.org',
    text: 'Bitte Loch füllen.',
    days: '10',
    ...more,
  })
  expect(given.status).toBe(303)
  const link = /\/auftrag\/[\w-]+\.[\w-]+/.exec((await clerk.visitor.get(desk)).body)![0]
  return { number, desk, link, firm: program.visitor(), caseId, secret }
}
const stateOf = async (number: string) => (await as(system, (ctx) => caseByNumber(ctx, number)))?.state

test('a firm accepts, asks, shows the work and closes; the clerk approves, then its photo is public', async () => {
  const { number, desk, link, firm } = await handedOut()
  expect(await stateOf(number)).toBe('forwarded')
  const seen = await firm.get(link)
  expect(seen.status).toBe(200)
  expect(seen.body).toContain('Bitte Loch füllen.')
  expect(seen.body).not.toMatch(/Berta|berta@example/)
  expect(seen.body).toContain('noindex')

  expect((await firm.fill(link, `${link}/annehmen`)).status).toBe(303)
  expect((await firm.fill(link, `${link}/frage`)).status).toBe(422)
  expect((await firm.fill(link, `${link}/frage`, { text: 'Welche Seite?' })).status).toBe(303)
  expect((await firm.fill(link, `${link}/erledigt`)).status).toBe(422)
  expect((await firm.fill(link, `${link}/erledigt`, { text: 'Gefüllt.', photos: photo() })).status).toBe(303)
  expect(await stateOf(number)).toBe('inWork')
  expect((await firm.get(link)).body).not.toContain('Bitte Loch füllen.')

  const published = async () => (await as(anybody, (ctx) => publicReport(ctx, number)))!
  expect((await published()).photos).toEqual([])
  expect((await published()).timeline.map(({ kind }) => kind)).not.toContain('contractor.asked')
  expect((await clerk.visitor.get(`/amt/meldungen/${number}`)).body).toContain('Welche Seite?')
  expect((await clerk.visitor.fill(desk, `${desk}/abschluss`, { text: 'Das Loch ist zu.' })).status).toBe(303)
  expect(await stateOf(number)).toBe('done')
  expect((await published()).photos.map(({ role }) => role)).toEqual(['after'])
})

test('a link that was taken back or has run out shows nothing and does nothing', async () => {
  const { number, desk, link, firm } = await handedOut()
  const before = await firm.get(link)
  const page = await clerk.visitor.get(desk)
  const back = /action="([^"]+\/zurueck)"/.exec(page.body)![1]!
  expect((await clerk.visitor.submit(page, back)).status).toBe(303)
  expect(await stateOf(number)).toBe('inWork')
  expect((await firm.submit(before, `${link}/annehmen`)).status).toBe(422)
  expect((await firm.get(link)).body).toContain('zurückgenommen')

  const second = await handedOut()
  program.clock.forward(11 * 24 * 60)
  expect((await second.firm.get(second.link)).body).toContain('abgelaufen')
  program.clock.forward(-11 * 24 * 60)
})

test('declining gives the report back with a reason; then another firm can have it, two at once cannot', async () => {
  const { number, desk, link, firm } = await handedOut()
  expect((await clerk.visitor.get(desk)).body).not.toContain(`action="${desk}"`)
  expect((await firm.fill(link, `${link}/ablehnen`, { text: 'Keine Zeit.' })).status).toBe(303)
  expect(await stateOf(number)).toBe('inWork')
  const again = await clerk.visitor.fill(desk, desk, { email: 'zwei@example.org', text: 'Bitte füllen.' })
  expect(again.status).toBe(303)
  expect(await stateOf(number)).toBe('forwarded')
})

test('other units, other towns and made-up links get nothing', async () => {
  const { desk, link, firm } = await handedOut()
  expect((await other.visitor.get(desk)).body).not.toContain('/auftrag/')
  expect((await firm.get(desk)).status).not.toBe(200)
  expect((await firm.get(`${link}x`)).status).toBe(404)
  const elsewhere = await program.makeTown('anderswo')
  expect((await program.visitor({ town: elsewhere }).get(link)).status).toBe(404)
  const id = clerk.personId
  expect(taskIdOf(program.town.id, taskPath(program.town.id, id).slice('/auftrag/'.length))).toBe(id)
})

test('nothing can be done after the end, whatever it was', () => {
  const [now, later] = [new Date('2026-05-07'), new Date('2026-06-07')]
  const ended = taskStates.filter((state) => verbsOfTask({ state, expiresAt: later }, now).length === 0)
  expect(ended).toEqual(['declined', 'closed', 'takenBack', 'ended'])
  for (const state of taskStates) expect(verbsOfTask({ state, expiresAt: now }, now)).toEqual([])
})

const taskOf = async (caseId: string) => (await as(system, (ctx) => tasksOf(ctx, [caseId])))[0]!
const mailsTo = (email: string) =>
  as(system, (ctx) => ctx.db.selectFrom('core.mail').select(['kind', 'subject']).where('to_address', '=', email).orderBy('id').execute())

test('a link that ran out is told to the unit once; renewed it works again and can run out again', async () => {
  const { desk, link, firm, caseId } = await handedOut()
  const told = async () =>
    await as(system, async (ctx) => {
      const notices = ctx.db.selectFrom('core.notification').select('path').where('person_id', '=', clerk.personId)
      return (await notices.where('text', '=', 'contractor.tell.ranOut').where('path', '=', desk).execute()).length
    })
  await as(system, tellRunOut)
  expect(await told()).toBe(0)
  program.clock.forward(11 * 24 * 60)
  await as(system, tellRunOut)
  expect(await as(system, tellRunOut)).toBe(0)
  expect(await told()).toBe(1)
  const page = await clerk.visitor.get(desk)
  expect(page.body).toContain('Abgelaufen')
  const renew = /action="([^"]+\/verlaengern)"/.exec(page.body)![1]!
  const refused = await clerk.visitor.submit(page, renew, { days: '500' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('value="500"')
  expect((await clerk.visitor.submit(page, renew, { days: '5' })).status).toBe(303)
  expect((await firm.get(link)).body).toContain('Bitte Loch füllen.')
  expect((await clerk.visitor.get(desk)).body).not.toContain('Abgelaufen')
  expect((await taskOf(caseId)).runOutAt).toBeUndefined()
  program.clock.forward(6 * 24 * 60)
  await as(system, tellRunOut)
  expect(await told()).toBe(2)
  expect((await other.visitor.post(renew, { days: '5' })).status).not.toBe(303)
  program.clock.forward(-17 * 24 * 60)
})

test.each([
  ['done', { verb: 'finish', noPhotoReason: 'unsafe' }],
  ['ended', { verb: 'end', reason: 'notFound', text: 'Nichts gefunden.' }],
] as const)('when the report is %s in the ordinary way, the firm’s work ends with it, in its language', async (state, step) => {
  const email = `${state}@example.org`
  const { number, link, firm, caseId } = await handedOut({ email, locale: 'en' })
  expect((await as(system, (ctx) => takeStep(ctx, { number, ...step }))).ok).toBe(true)
  expect((await taskOf(caseId)).state).toBe('ended')
  expect((await firm.get(link)).body).toContain('abgeschlossen')
  expect((await firm.get(link)).body).not.toContain('Bitte Loch füllen.')
  const mails = await mailsTo(email)
  expect(mails.map(({ kind }) => kind)).toEqual(['contractor.mail.sent', 'contractor.mail.ended'])
  expect(mails[0]!.subject).toMatch(/^Order: /)
  expect(mails[1]!.subject).toMatch(/^Order ended: /)
})

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
async function closed({ link, firm, caseId }: Pick<Awaited<ReturnType<typeof handedOut>>, 'link' | 'firm' | 'caseId'>, count = 1) {
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
const moderator: Actor = {
  ...anybody,
  kind: 'person',
  personId: clerk.personId,
  permissions: new Set(['everyone', 'report.see', 'report.moderate']),
}
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

/** A report that goes on, and one with a firm that rests at it. */
async function together(email: string) {
  const member = await handedOut({ email })
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Dasselbe Loch' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number } = sent.value
  await as(system, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  const merged = await as(system, (ctx) => mergeReports(ctx, { into: number, numbers: [member.number] }))
  expect(merged.ok).toBe(true)
  return { number, desk: `/amt/meldungen/${number}/firma`, member }
}

test('the firm of a report that rests at another goes on there: asked, answered, closed and approved', async () => {
  const { number, desk, member } = await together('zusammen@example.org')
  expect((await clerk.visitor.get(member.desk)).body).toContain(`href="${desk}"`)
  expect((await clerk.visitor.get(member.desk)).body).not.toContain('<textarea')
  const page = await clerk.visitor.get(desk)
  expect(page.body).toContain(member.link)
  expect(page.body).toContain(member.number)
  // A second firm for the same damage would come for nothing.
  expect(page.body).not.toContain(`action="${desk}"`)
  const twice = await clerk.visitor.post(desk, { email: 'zwei@example.org', text: 'Bitte füllen.' })
  expect(twice.status).toBe(422)

  const tell = /action="([^"]+\/antwort)"/.exec(page.body)![1]!
  expect((await clerk.visitor.submit(page, tell, { text: 'Bitte bald.' })).status).toBe(303)
  expect((await clerk.visitor.post(tell.replace(number, member.number), { text: 'Bitte bald.' })).status).toBe(422)
  const stranger = await handedOut({ email: 'fremd@example.org' })
  expect((await clerk.visitor.post(tell.replace(number, stranger.number), { text: 'Bitte bald.' })).status).not.toBe(303)

  const { firm, link } = member
  expect((await firm.fill(link, `${link}/annehmen`)).status).toBe(303)
  expect((await firm.fill(link, `${link}/erledigt`, { text: 'Gefüllt.', photos: photo() })).status).toBe(303)
  const told = await as(system, (ctx) =>
    ctx.db.selectFrom('core.notification').select('path').where('text', '=', 'contractor.tell.close').where('path', '=', desk).execute(),
  )
  expect(told.length).toBe(1)
  expect((await clerk.visitor.fill(desk, `${desk}/abschluss`, { text: 'Das Loch ist zu.' })).status).toBe(303)
  expect(await stateOf(number)).toBe('done')
  const shown = (await as(anybody, (ctx) => publicReport(ctx, number)))!
  expect(shown.photos.map(({ role }) => role)).toEqual(['after'])
})

test('done, the one that goes on ends the firms’ work of all; parted before, each keeps its own', async () => {
  const { number, member } = await together('alle@example.org')
  expect((await as(system, (ctx) => takeStep(ctx, { number, verb: 'finish', noPhotoReason: 'unsafe' }))).ok).toBe(true)
  expect((await taskOf(member.caseId)).state).toBe('ended')
  expect((await member.firm.get(member.link)).body).toContain('abgeschlossen')
  expect((await mailsTo('alle@example.org')).map(({ kind }) => kind)).toEqual(['contractor.mail.sent', 'contractor.mail.ended'])

  const again = await together('getrennt@example.org')
  const parted = await as(system, (ctx) => splitReports(ctx, { number: again.number, numbers: [again.member.number] }))
  expect(parted.ok).toBe(true)
  expect((await as(system, (ctx) => takeStep(ctx, { number: again.number, verb: 'finish', noPhotoReason: 'unsafe' }))).ok).toBe(true)
  expect((await taskOf(again.member.caseId)).state).toBe('sent')
  expect((await clerk.visitor.get(again.desk)).body).not.toContain(again.member.link)
  expect((await clerk.visitor.get(again.member.desk)).body).toContain(again.member.link)
})

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
async function over({ link, firm, caseId }: Awaited<ReturnType<typeof handedOut>>, email: string, how: 'ended' | 'takenBack') {
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
