import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Town } from '#platform/context.ts'
import { RollBack } from '#platform/db/transaction.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown, thursday } from '../../../test/setup/town.ts'
import { delayOf, sendMailJob } from './mail.jobs.ts'
import { dueMails, mailById } from './mail.sql.ts'
import { mailTo } from './mail-to.ts'
import { setMailing, type Transport } from './mailing.ts'
import { mailTexts } from './texts.ts'
import { smtpTransport } from './transport.ts'

registerTexts(mailTexts)
registerTexts({
  de: { 'test.mail.subject': 'Hallo {name}', 'test.mail.body': 'Guten Tag {name},\n\nalles gut in {town}.', 'test.mail.link': 'Ansehen' },
  en: { 'test.mail.subject': 'Hello {name}', 'test.mail.body': 'Hello {name},\n\nall is well in {town}.', 'test.mail.link': 'See' },
})

const { pool } = await testDatabase()
const town = await makeTown(pool, 'alpha')
const received: ParsedMail[] = []
let answer: number | undefined
let server: SMTPServer | undefined
let transport: Transport | undefined

/** A mail server that really talks SMTP. `answer` makes it refuse the reader with that number. */
async function startServer(port = 0): Promise<number> {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => done(answer ? Object.assign(new Error('no'), { responseCode: answer }) : null),
    onData: (stream, _, done) =>
      void simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      }),
  })
  await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve))
  return (server.server.address() as { port: number }).port
}
const stopServer = () => new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()))

function useServer(port: number): void {
  transport?.close()
  transport = smtpTransport(`smtp://127.0.0.1:${port}`)
  setMailing({ transport, from: 'noreply@alpha.test', demo: false, addressOf: async () => 'https://alpha.test' })
}

const write = (extra: Partial<Parameters<typeof mailTo>[1]> = {}) =>
  doing(pool, { town }, (ctx) =>
    mailTo(ctx, { email: 'erika@example.org', locale: 'de', text: 'test.mail', params: { name: 'Erika' }, ...extra }),
  )
const send = (mailId: string, now: Date = thursday) => doing(pool, { town, now }, (ctx) => sendMailJob.run(ctx, { mailId } as never))
const after = (milliseconds: number): Date => new Date(thursday.getTime() + milliseconds)
const kept = (id: string, of: Town = town) => doing(pool, { town: of, readOnly: true }, (ctx) => mailById(ctx, id))
const queued = async (mailId: string): Promise<number> =>
  (await doing(pool, { town }, (ctx) => ctx.db.selectFrom('core.mail').select('id').where('id', '=', mailId).execute())).length

afterEach(async () => {
  transport?.close()
  await stopServer()
  received.length = 0
  answer = undefined
})
afterAll(() => setMailing({ transport: undefined, from: 'noreply@localhost', demo: false, addressOf: async () => '' }))

test('a mail arrives once, with text, HTML, link, code and a way to end it', async () => {
  useServer(await startServer())
  const id = await write({
    params: { name: 'Erika <b>& Söhne' },
    link: { text: 'test.mail.link', path: '/meldungen/7?a=1&b=2' },
    code: '482913',
    unsubscribe: { path: '/abbestellen/x' },
  })
  await send(id)
  await send(id)
  expect(received).toHaveLength(1)
  const [mail] = received
  expect(mail!.subject).toBe('Hallo Erika <b>& Söhne')
  expect(mail!.from!.text).toBe('"Alpha" <noreply@alpha.test>')
  expect(mail!.messageId).toBe(`<${id}@alpha.test>`)
  expect(mail!.text).toContain('https://alpha.test/meldungen/7?a=1&b=2')
  expect(mail!.text).toContain('482913')
  expect(mail!.html).toContain('Erika &#60;b&#62;&#38; Söhne')
  expect(mail!.html).toContain('href="https://alpha.test/meldungen/7?a=1&#38;b=2"')
  expect(mail!.headers.get('list')).toMatchObject({
    unsubscribe: { url: 'https://alpha.test/abbestellen/x' },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  })
})

test('what was sent is not kept', async () => {
  useServer(await startServer())
  const id = await write()
  await send(id)
  expect(await kept(id)).toMatchObject({ state: 'sent', text: '', html: '', subject: '' })
})

test('the words are in the language of the reader', async () => {
  useServer(await startServer())
  await send(await write({ locale: 'en' }))
  expect(received[0]!.subject).toBe('Hello Erika')
})

test('a mail of a transaction that was undone is never written', async () => {
  const id = await doing(pool, { town }, async (ctx): Promise<string> => {
    throw new RollBack(await mailTo(ctx, { email: 'erika@example.org', locale: 'de', text: 'test.mail', params: { name: 'E' } }))
  })
  expect(await queued(id)).toBe(0)
})

test('while the server is down mails wait, and arrive with the same Message-ID when it is back', async () => {
  const port = await startServer()
  await stopServer()
  useServer(port)
  const id = await write()
  await send(id)
  expect(await kept(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  await startServer(port)
  await send(id, after(5_000))
  expect(await kept(id)).toMatchObject({ state: 'waiting', lastError: 'PAUSED' })
  await send(id, after(15_000))
  expect(received.map((mail) => mail.messageId)).toEqual([`<${id}@alpha.test>`])
})

test('a reader that does not exist is not tried again; a full mailbox is', async () => {
  useServer(await startServer())
  answer = 550
  const refused = await write()
  await send(refused)
  expect(await kept(refused)).toMatchObject({ state: 'failed' })
  answer = 452
  const full = await write()
  await send(full)
  expect(await kept(full)).toMatchObject({ state: 'waiting' })
  answer = undefined
  await send(full)
  expect(await kept(full)).toMatchObject({ state: 'sent' })
})

test('after three days nobody waits for it any more', async () => {
  useServer(await startServer())
  answer = 452
  const id = await write()
  await send(id, after(4 * 86_400_000))
  expect(await kept(id)).toMatchObject({ state: 'failed' })
})

test('no other town sees the mail', async () => {
  const id = await write()
  expect(await kept(id, await makeTown(pool, 'beta'))).toBeUndefined()
})

test('the demo keeps mails in its mailbox', async () => {
  setMailing({ transport: undefined, from: 'noreply@localhost', demo: true, addressOf: async () => 'http://localhost:3000' })
  const demo = { ...(await makeTown(pool, 'gamma')), demo: true }
  const id = await doing(pool, { town: demo }, (ctx) =>
    mailTo(ctx, { email: 'erika@example.org', locale: 'de', text: 'test.mail', params: { name: 'Erika' } }),
  )
  await doing(pool, { town: demo }, (ctx) => sendMailJob.run(ctx, { mailId: id } as never))
  const mail = await kept(id, demo)
  expect(mail).toMatchObject({ state: 'sent', subject: 'Hallo Erika' })
})

test('attempts come more and more seldom', () => {
  expect(delayOf(1, () => 0.5)).toBe(30_000)
  expect(delayOf(3, () => 0.5)).toBe(120_000)
  expect(delayOf(50, () => 1)).toBe(2_250_000)
})

test('what waits is tried again when it is due, and not before', async () => {
  useServer(await startServer())
  answer = 452
  const id = await write()
  await send(id)
  const due = (now: Date) => doing(pool, { town, now }, (ctx) => dueMails(ctx, 100))
  expect(await due(after(10_000))).not.toContain(id)
  expect(await due(after(40_000))).toContain(id)
})

test('a mail whose job was lost is found again', async () => {
  const id = await write()
  expect(await doing(pool, { town, now: after(11 * 60_000) }, (ctx) => dueMails(ctx, 100))).toContain(id)
})
