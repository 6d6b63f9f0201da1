import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'
import { startOf } from './process-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-lock-'))
const file = join(folder, 'lock')
afterEach(() => rmSync(file, { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const holder = (pid: number, start: string | undefined) => JSON.stringify({ pid, start })

test('is held until it is given back', () => {
  const release = takeLock(file)
  expect(() => takeLock(file)).toThrow(`already running: process ${process.pid}`)
  release()
  expect(existsSync(file)).toBe(false)
  takeLock(file)()
})

test('is respected when another living process holds it', () => {
  writeFileSync(file, holder(process.ppid, startOf(process.ppid)))
  expect(() => takeLock(file)).toThrow(`process ${process.ppid}`)
})

test.each([
  ['a process that is gone', holder(2 ** 30, '1')],
  ['an earlier process with our number', holder(process.pid, 'before')],
  ['an earlier process with the number of another', holder(process.ppid, 'before')],
  ['a write that was cut off', '{"pid": 1'],
  ['a write that did not begin', ''],
])('is taken over from %s', (_, text) => {
  writeFileSync(file, text)
  const release = takeLock(file)
  expect(() => takeLock(file)).toThrow('already running')
  release()
})

test('is not given back twice', () => {
  const release = takeLock(file)
  release()
  writeFileSync(file, holder(process.ppid, startOf(process.ppid)))
  release()
  expect(existsSync(file)).toBe(true)
})
