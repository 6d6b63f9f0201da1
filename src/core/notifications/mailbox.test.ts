import { expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { registerTexts } from '#platform/text.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const words = { 'test.mailbox.subject': 'Hallo', 'test.mailbox.body': 'Von {name}.', 'test.mailbox.link': 'Hier' }
registerTexts({ de: words, en: words })
const program = await testProgram({ DEMO: '1' })
const altdorf = await program.makeTown('altdorf')
const admin = createPool(program.adminUrl, { max: 1, log: quietLog })
await admin.query("UPDATE core.town SET demo = true WHERE slug = 'altdorf'")
await admin.end()
program.house.directory.forget()
const reader = program.visitor({ town: altdorf })

const write = (town: typeof altdorf, email: string) =>
  doing(program.pool, { town }, (ctx) =>
    mailTo(ctx, {
      email,
      locale: 'de',
      text: 'test.mailbox',
      params: { name: '<script>x</script>' },
      link: { text: 'test.mailbox.link', path: '/a' },
    }),
  )

test('a demo town shows its mails, all or those to one address', async () => {
  const id = await write({ ...altdorf, demo: true }, 'erika@example.org')
  await write({ ...altdorf, demo: true }, 'max@example.org')
  const all = await reader.get('/demo/postfach')
  expect(all.body).toContain(`/demo/postfach/${id}`)
  const one = await reader.get('/demo/postfach?an=max%40example.org')
  expect(one.body).not.toContain(`/demo/postfach/${id}"`)
})

test('one mail: its links can be followed, and nothing in it can run', async () => {
  const id = await write({ ...altdorf, demo: true }, 'erika@example.org')
  const page = await reader.get(`/demo/postfach/${id}`)
  expect(page.body).toMatch(/<a href="https?:\/\/[^"]+\/a">/)
  expect(page.body).not.toContain('<script>x')
  const html = await reader.get(`/demo/postfach/${id}/html`)
  expect(html.body).not.toContain('<script>x')
  expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox/)
  expect(html.headers.get('content-security-policy')).not.toContain('allow-scripts')
})

test('a town that is no demo has no mailbox, whoever asks', async () => {
  const id = await write(program.town, 'erika@example.org')
  const { visitor } = await program.signedIn({ roles: ['admin'], operator: true })
  for (const path of ['/demo/postfach', `/demo/postfach/${id}`, `/demo/postfach/${id}/html`])
    expect((await visitor.get(path)).status).toBe(404)
  expect((await reader.get(`/demo/postfach/${id}`)).status).toBe(404)
})
