import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/setup/database.ts'
import { databaseLine } from '../../../test/setup/database-line.ts'
import { quietLog } from '../log.ts'
import { onceReachable } from './once-reachable.ts'
import { createPool } from './pool.ts'

const { adminUrl } = await testDatabase()

test('a database that comes later is waited for, and it is said once', async () => {
  const line = await databaseLine(adminUrl)
  line.weather = 'cut'
  const said: string[] = []
  setTimeout(() => {
    line.weather = 'well'
  }, 700)
  const pool = createPool(line.url, { max: 1, log: quietLog })
  const { rows } = await onceReachable(
    () => pool.query('SELECT 1 AS one'),
    (text) => said.push(text),
  )
  expect(rows).toEqual([{ one: 1 }])
  expect(said).toHaveLength(1)
  await pool.end()
  await line.stop()
})

test('what no waiting helps against is told at once; patience ends', async () => {
  let tries = 0
  const failing = (error: Error) => () => {
    tries += 1
    return Promise.reject(error)
  }
  await expect(onceReachable(failing(new Error('The role may not create roles.')), () => {})).rejects.toThrow('may not')
  expect(tries).toBe(1)
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  await expect(onceReachable(failing(refused), () => {}, 0)).rejects.toThrow('refused')
})
