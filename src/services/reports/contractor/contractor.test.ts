import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { firmTown } from '../../../../test/setup/firms.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { mergeReports, splitReports } from '../incident/incident.verbs.ts'
import { publicReport, sendReport, takeStep } from '../index.ts'
import { tellRunOut } from './run-out.job.ts'
import { taskIdOf, taskPath } from './task.link.ts'
import { taskStates, verbsOfTask } from './task.rules.ts'

const { program, as, clerk, other, photo, handedOut, stateOf, taskOf, mailsTo } = await firmTown()

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
