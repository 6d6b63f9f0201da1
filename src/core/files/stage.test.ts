import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { useFiles } from './setup.ts'
import { clearIncoming, incomingPath, stage } from './stage.ts'
import { folderStore } from './store/folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-stage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => useFiles({ store: folderStore(folder), incoming: join(folder, 'in'), scanner: undefined, quotaFactor: 0 }))

const left = () => readdirSync(join(folder, 'in'))
/** Says one chunk, then nothing for ever. */
const silent = () =>
  new Readable({
    read() {
      if (this.listenerCount('said') === 0) this.push(Buffer.from('hello'))
      this.on('said', () => {})
    },
  })

test('a body on which nothing arrives any more is given up, and leaves nothing', async () => {
  await expect(stage(silent(), incomingPath(), { limit: 100, silence: 0.05 })).rejects.toThrow('broke off')
  expect(left()).toEqual([])
})

test('a file that cannot be opened leaves no clock running against the stream', async () => {
  const stream = silent()
  await expect(stage(stream, join(folder, 'not', 'there'), { limit: 100, silence: 0.05 })).rejects.toThrow('ENOENT')
  await new Promise((later) => setTimeout(later, 150))
  expect(stream.destroyed).toBe(false)
})

test('with keepPart what has arrived stays', async () => {
  const path = incomingPath()
  expect(await stage(silent(), path, { limit: 100, silence: 0.05, keepPart: true })).toMatchObject({ ok: true, value: { size: 5 } })
  rmSync(path)
})

test('one byte too many is too many, and the stream can be read to its end', async () => {
  const stream = Readable.from([Buffer.alloc(60), Buffer.alloc(41), Buffer.alloc(7)])
  expect(await stage(stream, incomingPath(), { limit: 100 })).toMatchObject({ ok: false, refusal: { code: 'fileTooLarge' } })
  expect(Buffer.concat(await stream.toArray())).toHaveLength(7)
  expect(left()).toEqual([])
})

test('what a killed process left is cleared after a day', async () => {
  const now = new Date('2026-05-07T12:00:00Z')
  const aged = (name: string, hours: number) => {
    const path = join(folder, 'in', name)
    writeFileSync(path, 'x')
    const at = new Date(now.getTime() - hours * 3_600_000)
    utimesSync(path, at, at)
  }
  aged('old', 25)
  aged('young', 23)
  await clearIncoming(now)
  expect(left()).toEqual(['young'])
})
