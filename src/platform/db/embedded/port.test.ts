import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { choosePort, isFree } from './port.ts'

const home = mkdtempSync(join(tmpdir(), 'stadtplatz-port-'))
afterAll(() => rmSync(home, { recursive: true }))
beforeEach(() => rmSync(join(home, 'port'), { force: true }))

test('the port of the last start is kept', async () => {
  const first = await choosePort(home)
  expect(first).toBeGreaterThan(1023)
  expect(await choosePort(home)).toBe(first)
})

test('a port that another program took is given up', async () => {
  const first = await choosePort(home)
  const other = createServer().listen(first, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  expect(await isFree(first)).toBe(false)
  const second = await choosePort(home)
  expect(second).not.toBe(first)
  expect(await isFree(second)).toBe(true)
  await new Promise((resolve) => other.close(resolve))
})

test.each(['', 'nonsense', '80', '70000'])('a remembered port %j counts as none', async (text) => {
  writeFileSync(join(home, 'port'), text)
  const port = await choosePort(home)
  expect(port).toBeGreaterThan(1023)
  expect(port).toBeLessThan(65_536)
  expect(await choosePort(home)).toBe(port)
})
