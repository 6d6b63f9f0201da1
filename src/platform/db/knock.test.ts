import { createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { quietLog } from '../log.ts'
import { createPool } from './pool.ts'

/** What PostgreSQL answers while it repairs itself: message `E`, its length, fields that end in zero. */
function stillStarting(): Buffer {
  const fields = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(fields.length + 4)
  return Buffer.concat([Buffer.from('E'), length, fields])
}

let knocks = 0
const door: Server = createServer((socket) => {
  knocks += 1
  socket.on('error', () => {})
  socket.once('data', () => socket.end(stillStarting()))
})
await new Promise<void>((open) => door.listen(0, '127.0.0.1', open))
const address = door.address()
const pool = createPool(`postgres://a:b@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/c`, { max: 2, log: quietLog })
afterAll(async () => {
  await pool.end()
  door.close()
})

test('a database that is being repaired is asked once in a while, and everybody told what it said', async () => {
  for (let one = 0; one < 40; one += 1)
    await expect(one % 2 ? pool.query('SELECT 1') : pool.connect()).rejects.toMatchObject({ code: '57P03' })
  expect(knocks).toBeLessThan(20)
  const before = knocks
  await pause(300)
  await expect(pool.connect()).rejects.toMatchObject({ code: '57P03' })
  expect(knocks).toBe(before + 1)
})
