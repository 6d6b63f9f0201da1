import { expect, test } from 'vitest'
import type { Ctx } from '#platform/context.ts'
import { runJob } from '#platform/jobs/worker.ts'
import { mailsOf } from '#platform/mail/mail.sql.ts'
import type { Job } from '#platform/module.ts'
import { registerTexts } from '#platform/text.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { notify, setNotifications, unreadCount } from './index.ts'
import { readUnsubscribe, SUMMARY, unsubscribePath } from './notification.rules.ts'
import { summaryJob, summarySchedule } from './summary.jobs.ts'

const program = await testProgram({ DEMO: '1' })
const { town, house } = program

registerTexts({
  de: {
    'test.kind.progress': 'Stand Ihrer Meldungen',
    'test.kind.progress.hint': 'Wenn sich etwas tut.',
    'test.kind.news': 'Neues',
    'test.kind.news.hint': 'Selten.',
    'test.kind.work': 'Neue Arbeit',
    'test.kind.work.hint': 'Für die Verwaltung.',
    'test.done': 'Die Meldung {number} ist erledigt.',
  },
  en: {
    'test.kind.progress': 'State of your reports',
    'test.kind.progress.hint': 'When something happens.',
    'test.kind.news': 'News',
    'test.kind.news.hint': 'Seldom.',
    'test.kind.work': 'New work',
    'test.kind.work.hint': 'For staff.',
    'test.done': 'Report {number} is settled.',
  },
})
setNotifications([
  { kind: 'test.progress', text: 'test.kind.progress', inApp: true, email: 'now' },
  { kind: 'test.news', text: 'test.kind.news', inApp: true, email: 'daily' },
  { kind: 'test.work', text: 'test.kind.work', inApp: true, email: 'off', may: 'system' },
])

const tell = (personId: string, more: Partial<Parameters<typeof notify>[1]> = {}, now?: Date) =>
  doing(program.pool, { town, ...(now ? { now } : {}) }, (ctx) =>
    notify(ctx, { personId, kind: 'test.progress', text: 'test.done', params: { number: 'M-7' }, path: '/meldungen/7', ...more }),
  )
const mailsTo = (email: string) => doing(program.pool, { town, readOnly: true }, (ctx) => mailsOf(ctx, { to: email, limit: 10 }))
const unreadOf = (personId: string) =>
  doing(program.pool, { town, actor: { kind: 'person', permissions: new Set(), trust: 'basic', unitIds: [], personId } }, unreadCount)

test('a person sees it at the bell and in the list, and gets a mail', async () => {
  const { visitor, personId, email } = await program.signedIn()
  await tell(personId)
  const page = await visitor.get('/mein/mitteilungen')
  expect(page.body).toContain('Die Meldung M-7 ist erledigt.')
  expect(page.body).toMatch(/class="bell__count">1</)
  const [mail] = await mailsTo(email)
  expect(mail).toMatchObject({ subject: 'Die Meldung M-7 ist erledigt.' })
  expect(mail!.text).toContain('http://neustadt.test/meldungen/7')
})

test('the words are in the language in which they are read', async () => {
  const { visitor, personId } = await program.signedIn()
  await tell(personId)
  expect((await visitor.get('/mein/mitteilungen', { 'accept-language': 'en' })).body).toContain('Report M-7 is settled.')
})

test('opening one marks it as read and leads there; a stranger cannot', async () => {
  const { visitor, personId } = await program.signedIn()
  await tell(personId)
  const page = await visitor.get('/mein/mitteilungen')
  const action = /action="(\/mein\/mitteilungen\/[0-9a-f-]{36})"/.exec(page.body)![1]!
  const other = await program.signedIn()
  expect((await other.visitor.post(action)).status).toBe(404)
  expect(await unreadOf(personId)).toBe(1)
  expect((await visitor.submit(page, action)).location).toBe('/meldungen/7')
  expect(await unreadOf(personId)).toBe(0)
})

test('all at once, but not what came while the page stood open', async () => {
  const { visitor, personId } = await program.signedIn()
  for (const minutes of [0, 1, 2]) await tell(personId, {}, new Date(program.clock.at.getTime() + minutes * 60_000))
  const page = await visitor.get('/mein/mitteilungen')
  await tell(personId, {}, new Date(program.clock.at.getTime() + 3 * 60_000))
  expect((await visitor.submit(page, '/mein/mitteilungen/gelesen')).status).toBe(303)
  expect(await unreadOf(personId)).toBe(1)
})

test('long lists go on', async () => {
  const { visitor, personId } = await program.signedIn()
  for (let i = 0; i < 31; i++)
    await tell(personId, { kind: 'test.news', params: { number: `N${i}` } }, new Date(program.clock.at.getTime() + i * 1000))
  const page = await visitor.get('/mein/mitteilungen')
  expect(page.body).toContain('Meldung N30 ')
  expect(page.body).not.toContain('Meldung N0 ')
  const next = /href="(\/mein\/mitteilungen\?vor=[^"]+)"/.exec(page.body)![1]!
  expect((await visitor.get(next)).body).toContain('Meldung N0 ')
})

test('each kind goes the ways that a person chose; staff kinds are not offered to her', async () => {
  const { visitor, personId, email } = await program.signedIn()
  const page = await visitor.get('/mein/mitteilungen/einstellungen')
  expect(page.body).toContain('Stand Ihrer Meldungen')
  expect(page.body).not.toContain('Neue Arbeit')
  const saved = await visitor.post('/mein/mitteilungen/einstellungen', {
    _key: 'a-key-of-this-form',
    'app[test-news]': 'on',
    'email[test-progress]': 'off',
    'email[test-news]': 'now',
    'email[test-work]': 'now',
  })
  expect(saved.status).toBe(303)
  await tell(personId)
  await tell(personId, { kind: 'test.work' })
  expect(await mailsTo(email)).toHaveLength(0)
  await tell(personId, { kind: 'test.news' })
  expect(await mailsTo(email)).toHaveLength(1)
  const again = await visitor.get('/mein/mitteilungen/einstellungen')
  expect(again.body).toMatch(/name="email\[test-progress\]" value="off" checked/)
})

test('a link in a mail ends these mails without sign-in: looking changes nothing, a mail program may do it alone', async () => {
  const { personId, email } = await program.signedIn()
  await tell(personId)
  const path = new URL((await mailsTo(email))[0]!.unsubscribeUrl!).pathname
  const stranger = program.visitor()
  expect((await stranger.get(path)).body).toContain('Stand Ihrer Meldungen')
  await tell(personId)
  expect(await mailsTo(email)).toHaveLength(2)
  expect((await stranger.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(303)
  expect((await stranger.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(303)
  await tell(personId)
  expect(await mailsTo(email)).toHaveLength(2)
})

test('a changed link is no link', async () => {
  const path = unsubscribePath(town.id, 'b', 'test.news')
  const token = path.split('/').at(-1)!
  expect(readUnsubscribe(town.id, token)).toEqual({ personId: 'b', kind: 'test.news' })
  expect(readUnsubscribe('another town', token)).toBeUndefined()
  for (const wrong of ['', 'a.b', `${token}x`, `x${token}`]) expect(readUnsubscribe(town.id, wrong)).toBeUndefined()
  expect((await program.visitor().get(`/mitteilungen/abbestellen/x${token}`)).status).toBe(404)
})

test('the morning mail has what happened since the last one, once', async () => {
  const { personId, email } = await program.signedIn()
  await tell(personId, { kind: 'test.news', params: { number: 'A' } })
  await tell(personId, { kind: 'test.news', params: { number: 'B' } })
  await doing(program.pool, { town }, summarySchedule.run)
  await program.work()
  await runJob(house, summaryJob as Job, { townId: town.id, personId })
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.subject).toBe('Neustadt: 2 Neuigkeiten für Sie')
  expect(mails[0]!.text).toContain('Die Meldung A ist erledigt.')
  expect(mails[0]!.unsubscribeUrl).toContain('/mitteilungen/abbestellen/')
})

test('who ends the morning mail has ended all that went into it', async () => {
  const { visitor, personId, email } = await program.signedIn()
  await program.visitor().post(unsubscribePath(town.id, personId, SUMMARY), {})
  await tell(personId, { kind: 'test.news' })
  await doing(program.pool, { town }, summarySchedule.run)
  await program.work()
  expect(await mailsTo(email)).toHaveLength(0)
  expect((await visitor.get('/mein/mitteilungen')).body).toContain('Die Meldung M-7')
})

test('nothing is told of what was undone, and nobody of another town sees it', async () => {
  const { personId } = await program.signedIn()
  const undone = doing(program.pool, { town }, async (ctx: Ctx) => {
    await notify(ctx, { personId, kind: 'test.progress', text: 'test.done', params: { number: 'X' }, path: '/x' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await unreadOf(personId)).toBe(0)
  await tell(personId)
  const altdorf = await program.makeTown('altdorf')
  expect(
    await doing(
      program.pool,
      { town: altdorf, actor: { kind: 'person', permissions: new Set(), trust: 'basic', unitIds: [], personId } },
      unreadCount,
    ),
  ).toBe(0)
})

test('a kind that nobody declared, and a path out of town, are mistakes of the program', async () => {
  const { personId } = await program.signedIn()
  await expect(tell(personId, { kind: 'nobody.declared' })).rejects.toThrow('nobody.declared')
  await expect(tell(personId, { path: '//evil.example' })).rejects.toThrow('page of the town')
})
