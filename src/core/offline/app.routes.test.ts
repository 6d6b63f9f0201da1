import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { squareSymbol } from '#core/files/index.ts'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()
const { visitor } = await program.signedIn({ name: 'Toni Test' })
const read = async (path: string, who = program.visitor()) => {
  const seen = await who.get(path)
  expect(seen.status).toBe(200)
  return seen
}

describe('the town as an app', () => {
  it('has a name, a start and symbols, each below the path of the town', async () => {
    for (const base of ['', `/t/${program.town.slug}`]) {
      const { headers, body } = await read(`${base}/manifest.webmanifest`)
      expect(headers.get('content-type')).toContain('application/manifest+json')
      const manifest = JSON.parse(body) as { name: string; scope: string; start_url: string; icons: { src: string }[] }
      expect(manifest).toMatchObject({ name: 'Neustadt', scope: `${base}/`, start_url: `${base}/` })
      for (const { src } of manifest.icons) expect((await read(src)).headers.get('content-type')).toBe('image/png')
    }
  })

  it('speaks the language of the reader', async () => {
    const { body } = await program.visitor({ headers: { 'accept-language': 'en' } }).get('/manifest.webmanifest')
    expect(JSON.parse(body)).toMatchObject({ lang: 'en', description: expect.stringContaining('report damage') })
  })

  it('has no symbols but its own', async () => expect((await program.visitor().get('/symbol/13.png')).status).toBe(404))

  it('is named on each page, with the bar for what is not sent', async () => {
    const { body } = await read('/ohne-netz')
    expect(body).toContain('<link rel="manifest" href="/manifest.webmanifest"')
    expect(body).toContain('data-offline-target="unsent"')
    expect(body).toMatch(/<body [^>]*data-offline-owner-value[ >]/)
  })
})

describe('the mark of an owner', () => {
  const ownerOf = async (who = program.visitor(), base = '') =>
    (JSON.parse((await read(`${base}/ohne-netz/wer.json`, who)).body) as { owner: string }).owner

  it('is the same on each page as the queue asks for, and differs from town to town', async () => {
    const mark = await ownerOf(visitor)
    expect(mark).toMatch(/^[\w-]{22}$/)
    expect((await read('/ohne-netz', visitor)).body).toContain(`data-offline-owner-value="${mark}"`)
    const other = await program.makeTown('altstadt')
    expect(await ownerOf(visitor, `/t/${other.slug}`)).not.toBe(mark)
  })

  it('is on no error page, which does not know who reads', async () => {
    const { status, body } = await visitor.get('/gibt-es-nicht')
    expect(status).toBe(404)
    expect(body).not.toContain('data-offline-owner-value')
  })

  it('is nobody’s without a session, and never kept', async () => {
    expect(await ownerOf()).toBe('')
    expect((await read('/ohne-netz/wer.json', visitor)).headers.get('cache-control')).toBe('no-store')
  })
})

it('a symbol is a square picture with room around it', async () => {
  const wide = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#c00"/></svg>',
  )
  const { data, info } = await sharp(await squareSymbol(wide, 100, 0.2))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([100, 100])
  const red = (x: number, y: number) => (data[(y * 100 + x) * info.channels + 1] ?? 255) < 100
  expect([red(50, 50), red(10, 50), red(50, 20), red(90, 50)]).toEqual([true, false, false, false])
})
