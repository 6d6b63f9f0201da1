import { expect, test } from 'vitest'
import { testProgram } from './program.ts'

const program = await testProgram()

test('answers as a town, and keeps somebody signed in', async () => {
  const stranger = await program.visitor().get('/')
  expect(stranger.status).toBe(200)
  expect(stranger.body).toContain('Neustadt')
  expect(stranger.body).not.toContain('Toni Test')
  const { visitor } = await program.signedIn({ roles: ['clerk'] })
  expect((await visitor.get('/')).body).toContain('Toni Test')
})

test('other towns answer under their own names', async () => {
  const altdorf = await program.makeTown('altdorf')
  expect((await program.visitor({ town: altdorf }).get('/')).body).toContain('Altdorf')
  const { visitor } = await program.signedIn({ town: altdorf, name: 'Alma Alt' })
  expect((await visitor.get('/')).body).toContain('Alma Alt')
})

test('an empty queue is worked off at once', async () => {
  await program.work()
  expect((await program.visitor().get('/no-such-page')).status).toBe(404)
})
