import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { post } from '#platform/http/route.ts'
import { createServer } from '#platform/http/server.ts'
import { newId } from '#platform/ids.ts'
import { ok } from '#platform/result.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { attach, registerFileReaders } from './index.ts'
import { fakeClamd } from './testing/clamd.ts'
import { type Hostile, hostile } from './testing/hostile.ts'
import { jpeg } from './testing/pictures.ts'

const clamd = await fakeClamd()
afterAll(() => clamd.stop())
const program = await testProgram({ CLAMD: clamd.address })
registerFileReaders('probe', async () => true)

const Ids = z.array(z.uuid()).max(5).default([])
const probe = (path: string, kinds: NonNullable<Hostile['kinds']>) =>
  post(path, {
    may: 'everyone',
    form: z.object({ files: Ids, note: z.string().max(20).default('') }),
    files: { files: { max: 2, kinds } },
    run: async (ctx, input) => {
      const attached = await attach(ctx, input.files, { type: 'probe', id: newId(), audience: 'public' })
      return attached.ok ? ok(input) : attached
    },
    done: () => '/',
    json: (input) => input,
    again: () => undefined,
  })
const routes = [probe('/probe/pictures', ['image']), probe('/probe/both', ['image', 'pdf'])]
const answer = createServer({
  ...program.house,
  modules: [...program.house.modules, { name: 'probe', texts: { de: {}, en: {} }, routes }],
})
const ask = (path: string, init: RequestInit = {}) =>
  answer(
    new Request(`http://neustadt.test${path}`, {
      ...init,
      headers: { host: 'neustadt.test', accept: 'application/json', ...init.headers },
    }),
    '192.0.2.7',
  )

type Sent = { status: number; ids: string[]; problem: string | undefined; text: string }
async function send(
  parts: { bytes: Buffer | string; name: string; type?: string | undefined; field?: string }[],
  kinds: Hostile['kinds'],
): Promise<Sent> {
  const body = new FormData()
  for (const { bytes, name, type, field = 'files' } of parts)
    body.append(field, new Blob([new Uint8Array(Buffer.from(bytes))], { type: type ?? 'application/octet-stream' }), name)
  const response = await ask(kinds?.includes('pdf') ? '/probe/both' : '/probe/pictures', { method: 'POST', body })
  const text = await response.text()
  const value: { files?: string[]; errors?: { files?: string } } = JSON.parse(text)
  return { status: response.status, ids: value.files ?? [], problem: value.errors?.files, text }
}

/** Every address of a stored file that could answer, with what it says. */
const served = (id: string) =>
  Promise.all(
    ['small', 'medium', 'large', 'original'].map(async (part) => {
      const response = await ask(`/dateien/${id}/${part}`)
      return { part, status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
    }),
  )

const { textIn } = await import('#platform/text.ts')
const sentences = (codes: readonly string[]) =>
  codes.map((code) => textIn('de', `refusal.${code}`, { max: code === 'filePixels' ? 60 : 15 }))

describe('hostile uploads are refused or made harmless', () => {
  test('there are at least 60 of them', () => expect(hostile.length).toBeGreaterThanOrEqual(60))

  test.each(hostile.map((one) => [one.what, one] as const))(
    '%s',
    async (_, { bytes, name = 'foto.jpg', type, kinds, becomes, payload }) => {
      const sentBytes = Buffer.from(await bytes())
      const sent = await send([{ bytes: sentBytes, name, type }], kinds)
      if (becomes !== 'harmless') {
        expect(sent.status).toBe(422)
        expect(sentences(becomes)).toContain(sent.problem)
        return
      }
      expect(sent.text).toMatch(/"files":\["/)
      const answers = await served(sent.ids[0]!)
      const open = answers.filter(({ status }) => status === 200)
      expect(answers.filter(({ status }) => status !== 200 && status !== 404)).toEqual([])
      expect(open.map(({ part }) => part)).toEqual(open[0]!.part === 'original' ? ['original'] : ['small', 'medium', 'large'])
      for (const { part, headers, bytes: out } of open) {
        expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        if (part === 'original') await expectAttachment(headers, out, sentBytes)
        else await expectCleanPicture(headers, out, payload)
      }
    },
  )
})

async function expectCleanPicture(headers: Headers, bytes: Buffer, payload: string | Buffer | undefined): Promise<void> {
  expect(headers.get('content-type')).toBe('image/webp')
  if (payload) expect(bytes.includes(payload)).toBe(false)
  const { format, pages, exif, icc, xmp, iptc, orientation, hasProfile } = await sharp(bytes).metadata()
  expect({ format, pages, exif, icc, xmp, iptc, orientation, hasProfile }).toEqual({ format: 'webp', hasProfile: false })
}

async function expectAttachment(headers: Headers, out: Buffer, sent: Buffer): Promise<void> {
  expect(headers.get('content-type')).toBe('application/pdf')
  const disposition = headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[^"\\/<>]{1,120}\.pdf"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/)
  const name = decodeURIComponent(disposition.split("UTF-8''")[1]!)
  expect(name).toMatch(/^[^/\\<>"\p{Cc}\p{Cf}]{1,120}\.pdf$/u)
  expect(createHash('sha256').update(out).digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'))
}

test('more files than allowed are refused, the others are not lost', async () => {
  const bytes = await jpeg(20, 20)
  const sent = await send(
    ['a', 'b', 'c'].map((name) => ({ bytes, name: `${name}.jpg` })),
    ['image'],
  )
  expect(sent.status).toBe(422)
  expect(sent.problem).toBe(textIn('de', 'refusal.tooManyFiles', { max: 2 }))
})

test('files of fields that nobody asked for are read away', async () => {
  const bytes = await jpeg(20, 20)
  const sent = await send(
    [
      { bytes, name: 'a.jpg' },
      { bytes, name: 'b.jpg', field: 'avatar' },
      { bytes, name: 'c.jpg', field: '__proto__' },
    ],
    ['image'],
  )
  expect(sent.ids).toHaveLength(1)
})

test('a name with a zero byte is no name', async () => {
  expect((await send([{ bytes: await jpeg(20, 20), name: 'a\0b.jpg.html' }], ['image'])).status).toBe(400)
})

test('a form that ends too early is no form', async () => {
  const body = `--x\r\ncontent-disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n${'\xff\xd8\xff'}`
  const response = await ask('/probe/pictures', { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=x' } })
  expect(response.status).toBe(400)
})

test('every file went past the virus scanner', () => expect(clamd.scanned).toBeGreaterThan(15))
