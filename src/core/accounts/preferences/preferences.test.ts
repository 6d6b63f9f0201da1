import { expect, test } from 'vitest'
import { testProgram } from '../../../../test/setup/program.ts'

const program = await testProgram()

test('language and look are kept in cookies', async () => {
  const visitor = program.visitor()
  const chosen = await visitor.get('/sprache?zu=en&weiter=/anmelden')
  expect([chosen.status, chosen.location]).toEqual([302, '/anmelden'])
  expect((await visitor.follow(chosen)).body).toContain('<html lang="en"')
  await visitor.get('/darstellung?zu=dark&weiter=/')
  expect((await visitor.get('/anmelden')).body).toContain('data-kern-theme="dark"')
})

test.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/%5Cevil', 'javascript:alert(1)'])(
  '%s is not followed',
  async (to) => {
    for (const path of ['/sprache?zu=de', '/darstellung?zu=auto']) {
      const { location } = await program.visitor().get(`${path}&weiter=${encodeURIComponent(to)}`)
      expect(new URL(location ?? '', 'http://neustadt.test').origin).toBe('http://neustadt.test')
    }
  },
)

test('anything else is not understood', async () => {
  expect((await program.visitor().get('/sprache?zu=fr')).status).toBe(400)
})
