import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { useFiles } from '../../src/core/files/index.ts'
import { files } from '../../src/core/files/setup.ts'
import { folderStore } from '../../src/core/files/store/folder.ts'
import { fakeClamd } from '../../src/core/files/testing/clamd.ts'
import { fakeS3 } from '../../src/core/files/testing/s3.ts'
import { sizeOf } from '../setup/chance.ts'
import { mailServer } from '../setup/mail-server.ts'
import { said } from '../setup/said.ts'
import type { Seen, Visitor } from '../setup/visitor.ts'
import { accountOf } from './accounts.ts'
import { busyTown } from './busy-town.ts'
import { ordinaryDay, without } from './neighbours.ts'

/** Seconds that each neighbour is away, at least once round. */
const forMs = sizeOf('NEIGHBOURS', 0, 300) * 1000
const email = 'taeglich@example.org'

/** An identity provider that takes calls and says nothing. */
const callers = new Set<Socket>()
const silent = createServer((socket) => void callers.add(socket.on('error', () => {})))
await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`

const [mails, clamd, s3] = [await mailServer(), await fakeClamd(), await fakeS3()]
const town = await busyTown({
  SMTP_URL: mails.url,
  CLAMD: clamd.address,
  FILES_URL: s3.url,
  OIDC_PROVIDERS: JSON.stringify([{ id: 'land', name: 'Landeskonto', issuer, clientId: 'stadtplatz', clientSecret: 'geheim' }]),
})
const { program } = town
beforeAll(async () => void (await accountOf(program, email)))
afterAll(async () => {
  for (const socket of callers) socket.destroy()
  silent.close()
  await Promise.all([mails.stop(), clamd.stop(), s3.stop()])
})

const photo = async () =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 60, height: 40, channels: 3, background: '#777' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'a.jpg',
    {
      type: 'image/jpeg',
    },
  )
/** A draft with a photo: the path of its page, and of the photo's middle size. */
async function withPhoto(visitor: Visitor): Promise<{ sent: Seen; file: string | undefined }> {
  const sent = await visitor.post('/meldungen/neu', { text: 'Ein Loch mit Foto', category: 'pothole', photos: await photo() })
  const page = sent.status === 303 ? await visitor.get((sent.location ?? '').split('/').slice(0, 4).join('/')) : undefined
  const id = /name="photos" value="([0-9a-f-]{36})"/.exec(page?.body ?? '')?.[1]
  return { sent, file: id && `/dateien/${id}/medium` }
}
const refusedOrLater = ({ status }: Seen): string | undefined => (status === 503 ? undefined : `answers ${status}`)

test('no identity provider: nobody gets in that way, everybody else does', { timeout: 3_600_000 }, async () => {
  const outage = {
    what: 'the identity provider says nothing',
    asking: () => program.visitor().get('/anmelden/mit/land'),
    judge: ({ status, location, headers }: Seen) =>
      status === 503 || (location === '/anmelden' && !headers.getSetCookie().some((line) => line.startsWith('sitzung=')))
        ? undefined
        : `answers ${status} ${location}`,
  }
  const wrong = await without(town, outage, { email, many: 40, forMs })
  expect(wrong, said(wrong)).toEqual([])
})

test('no file store: pictures come later, all else is there; afterwards they are there', { timeout: 3_600_000 }, async () => {
  const owner = town.citizen.visitor
  const { file } = await withPhoto(owner)
  expect((await owner.get(file!)).status).toBe(200)
  s3.mood = 'silent'
  const outage = { what: 'the file store says nothing', asking: () => owner.get(file!), judge: refusedOrLater }
  const wrong = await without(town, outage, { email, many: 40, forMs })
  expect(wrong, said(wrong)).toEqual([])
  s3.mood = 'down'
  expect((await owner.get(file!)).status).toBe(503)
  const { sent } = await withPhoto(program.visitor())
  expect([sent.status, sent.headers.has('retry-after')]).toEqual([503, true])
  s3.mood = 'well'
  expect((await owner.get(file!)).status).toBe(200)
  expect((await withPhoto(program.visitor())).sent.status).toBe(303)
})

test('no virus scanner: files wait unseen, and are shown after its verdict', { timeout: 3_600_000 }, async () => {
  clamd.mood = 'down'
  const owner = town.citizen.visitor
  const { sent, file } = await withPhoto(owner)
  expect(sent.status).toBe(303)
  expect((await owner.get(file!)).status).toBe(404)
  expect(await ordinaryDay(town, email)).toEqual([])
  clamd.mood = 'well'
  await program.work()
  expect((await owner.get(file!)).status).toBe(200)
})

test('no mail server: reports are taken, letters wait, and arrive once each when it is back', { timeout: 3_600_000 }, async () => {
  await program.work()
  await mails.stop()
  mails.arrived.length = 0
  const readers = Array.from({ length: 12 }, (_, nth) => `liest-${nth}@example.org`)
  for (const reader of readers) await town.report({ email: reader })
  await program.work()
  expect(await ordinaryDay(town, email)).toEqual([])
  await mails.start()
  for (let again = 0; again < 8 && mails.arrived.length < readers.length; again += 1) {
    program.clock.forward(31)
    const retry = program.house.modules.flatMap(({ schedules }) => schedules ?? []).find(({ name }) => name === 'mail.again')!
    await inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor: system }, retry.run)
    await program.work()
  }
  expect(
    mails.arrived
      .map(({ to }) => to)
      .filter((to) => to.startsWith('liest-'))
      .sort(),
  ).toEqual([...readers].sort())
})

/** A small disk can be had only by who may mount one. */
const disk = mkdtempSync(join(tmpdir(), 'stadtplatz-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'stadtplatz-test', disk]).status === 0
describe.runIf(mounted)('on a small disk', () => {
  afterAll(() => {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })
  test('a full disk takes no photo and says so, all else goes on; with room again it does', { timeout: 3_600_000 }, async () => {
    const before = files()
    useFiles({ ...before, store: folderStore(join(disk, 'files')), incoming: join(disk, 'incoming') })
    const filler = join(disk, 'full')
    writeFileSync(filler, Buffer.alloc(statfsSync(disk).bavail * statfsSync(disk).bsize))
    const { sent } = await withPhoto(program.visitor())
    expect([sent.status, Number(sent.headers.get('retry-after')) > 0]).toEqual([503, true])
    expect(await ordinaryDay(town, email)).toEqual([])
    rmSync(filler)
    expect((await withPhoto(program.visitor())).sent.status).toBe(303)
    useFiles(before)
  })
})
