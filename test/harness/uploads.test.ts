import { afterAll, expect, test } from 'vitest'
import { createServer } from '#platform/http/server.ts'
import { fakeClamd } from '../../src/core/files/testing/clamd.ts'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { testProgram } from '../setup/program.ts'
import { said } from '../setup/said.ts'
import { uploadHostile } from './uploads.ts'

const clamd = await fakeClamd()
afterAll(() => clamd.stop())
const program = await testProgram({ CLAMD: clamd.address })
const answer = createServer(program.house)
const FILES = sizeOf('UPLOADS', 36, 240)

test(`${FILES} hostile files are refused or made harmless (seed ${HARNESS_SEED})`, { timeout: 3_600_000 }, async () => {
  const { visitor } = await program.signedIn()
  const session = visitor.cookies.get('sitzung')!
  const ask = (request: Request) => answer(request, '192.0.2.20')
  const { wrong, taken } = await uploadHostile(program, clamd, { count: FILES, chance: chanceFor('uploads'), ask, session })
  expect(wrong, said(wrong)).toEqual([])
  // As many good pictures among them, so that not everything is simply refused.
  expect(taken).toBeGreaterThan(FILES / 12)
})
