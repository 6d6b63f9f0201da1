import { expect, test } from 'vitest'
import { type Program, testProgram } from '../../../../test/setup/program.ts'

const demo = await testProgram({ DEMO: '1' })
const real = await testProgram()

async function offer(program: Program, townIsDemo: boolean) {
  await program.pool.query('UPDATE core.town SET demo = $1 WHERE id = $2', [townIsDemo, program.town.id])
  program.house.directory.forget()
  const { accountId } = await program.signedIn({ name: 'Petra Leitstelle' })
  await program.pool.query("UPDATE core.account SET demo_role = 'dispatcher' WHERE id = $1", [accountId])
  return accountId
}

test('in the demo one click signs in as the people it offers, and as nobody else', async () => {
  const accountId = await offer(demo, true)
  const ordinary = await demo.signedIn({ name: 'Nicht im Angebot' })
  const visitor = demo.visitor()
  const page = await visitor.get('/anmelden?weiter=/mein/konto')
  expect(page.body).toContain('Petra Leitstelle')
  expect(page.body).toContain('Verteilt neue Meldungen')
  expect(page.body).not.toContain('Nicht im Angebot')
  expect((await visitor.post('/demo/anmelden', { account: ordinary.accountId })).status).toBe(404)
  const done = await visitor.post('/demo/anmelden', { account: accountId, weiter: '/mein/konto' })
  expect(done.location).toBe('/mein/konto')
  expect((await visitor.follow(done)).body).toContain('Petra Leitstelle')
})

test('a real town in the same installation has no such thing', async () => {
  const accountId = await offer(demo, false)
  const page = await demo.visitor().get('/anmelden')
  expect(page.body).not.toContain('Petra Leitstelle')
  expect((await demo.visitor().post('/demo/anmelden', { account: accountId })).status).toBe(404)
})

test('outside the demo the route does not exist, even if a town says it is one', async () => {
  const accountId = await offer(real, true)
  expect(real.house.modules.flatMap((module) => module.routes ?? []).some(({ path }) => path.startsWith('/demo/anmelden'))).toBe(false)
  expect((await real.visitor().get('/anmelden')).body).not.toContain('Petra Leitstelle')
  expect((await real.visitor().post('/demo/anmelden', { account: accountId })).status).toBe(404)
})
