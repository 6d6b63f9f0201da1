import { expect, test } from 'vitest'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()

test('a tour needs a member of staff, and says so when nothing is chosen', async () => {
  const clerk = await program.signedIn({ roles: ['clerk'] })
  const citizen = await program.signedIn()
  expect((await citizen.visitor.get('/amt/tour')).status).toBe(403)
  const empty = await clerk.visitor.get('/amt/tour')
  expect([empty.status, empty.body]).toEqual([200, expect.stringContaining('Keine Meldung ausgewählt')])
  expect((await clerk.visitor.get('/amt/tour?n=M-7K4P-29QX')).status).toBe(200)
})
