import { pino } from 'pino'
import { expect, test } from 'vitest'
import { testProgram } from '../../../test/setup/program.ts'
import { text } from './reply.ts'
import { createServer } from './server.ts'

const program = await testProgram()
const fails = { method: 'GET', may: 'everyone', show: () => Promise.reject(new Error('the ceiling fell down')) } as const

test.each([
  ['a page', {}],
  ['what has faults of its own', { explain: () => text('Ein Fehler') }],
])('%s that fails is logged by its route, not by its address, which may hold a secret', async (_, more) => {
  const lines: string[] = []
  const log = pino({ serializers: { err: pino.stdSerializers.err } }, { write: (line: string) => void lines.push(line) })
  const modules = [{ name: 'trial', routes: [{ ...fails, ...more, path: '/trial/:secret' }] }]
  const ask = createServer({ ...program.house, log, modules: modules as never })
  await program.visitor({ ask: (request) => ask(request, '192.0.2.1') }).get('/trial/S3CR3T-S3CR3T')
  expect(lines.join()).toContain('the ceiling fell down')
  expect(lines.join()).toContain('"route":"/trial/:secret"')
  expect(lines.join()).not.toContain('S3CR3T')
})
