import { expect, test } from 'vitest'
import { testProgram } from '../../../../test/setup/program.ts'
import { evaluatedHashes, hashPassword } from '../password/hash.ts'

const program = await testProgram()
const PASSWORD = 'Leuchtturm Kieselweg 7'

async function account(email: string): Promise<void> {
  const { accountId } = await program.signedIn({ email })
  await program.pool.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [await hashPassword(PASSWORD), accountId])
}

test('guesses from many addresses: at most 100 an hour are evaluated, and the owner gets in', { timeout: 120_000 }, async () => {
  const email = 'target@example.org'
  await account(email)
  const owner = program.visitor({ address: '198.51.100.7' })
  expect((await owner.post('/anmelden', { email, password: PASSWORD })).status).toBe(303)

  const before = evaluatedHashes()
  // Ten guesses each from a hundred addresses; the bound does not depend on their number (guessing.rules.ts).
  const statuses = new Set<number>()
  for (let address = 0; address < 100; address += 1) {
    const stranger = program.visitor({ address: `203.0.113.${address}` })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => stranger.post('/anmelden', { email, password: `guess ${address} ${i}` })),
    )
    for (const { status } of answers) statuses.add(status)
  }
  expect(evaluatedHashes() - before).toBeGreaterThan(0)
  expect(evaluatedHashes() - before).toBeLessThanOrEqual(100)
  expect([...statuses].every((status) => status === 422 || status === 503)).toBe(true)

  owner.cookies.delete('sitzung')
  expect((await owner.post('/anmelden', { email, password: 'mistyped by the owner' })).status).toBe(422)
  expect((await owner.post('/anmelden', { email, password: PASSWORD })).status).toBe(303)
})

test('an unknown address is limited in the same way', async () => {
  const seen = async (email: string) => {
    const bodies: string[] = []
    for (let i = 0; i < 12; i += 1) {
      const { body } = await program.visitor({ address: '198.51.100.99' }).post('/anmelden', { email, password: `guess ${i}` })
      bodies.push(/zu viele Versuche/.test(body) ? 'limited' : 'wrong')
    }
    return bodies
  }
  await account('limited@example.org')
  const expected = [...Array(10).fill('wrong'), 'limited', 'limited']
  expect(await seen('limited@example.org')).toEqual(expected)
  expect(await seen('nobody@example.org')).toEqual(expected)
})

test('after an hour there are new attempts', async () => {
  await account('patient@example.org')
  const stranger = program.visitor({ address: '198.51.100.50' })
  for (let i = 0; i < 11; i += 1) await stranger.post('/anmelden', { email: 'patient@example.org', password: `guess ${i}` })
  expect((await stranger.post('/anmelden', { email: 'patient@example.org', password: PASSWORD })).body).toContain('zu viele Versuche')
  program.clock.forward(61)
  expect((await stranger.post('/anmelden', { email: 'patient@example.org', password: PASSWORD })).status).toBe(303)
})
