import { readFileSync } from 'node:fs'
import { createServer as createHttp, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Form, Page, Sheet, Submit } from '#design/index.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { createServer } from '#platform/http/server.ts'
import { ok, refuse } from '#platform/result.ts'
import { staticHouse } from '../../../test/design/static-house.ts'
import { launchBrowser } from '../../../test/setup/chromium.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { type KeptUpload, keptUploads, UploadField } from './index.ts'
import { eicar } from './testing/documents.ts'
import { jpeg, photoWithPlace } from './testing/pictures.ts'

const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const Shown = z.object({ photos: z.array(z.uuid()).max(3).default([]), text: z.string().default('') })
const received: string[][] = []

const ProbePage = ({ form = blank, kept = [] }: { form?: Parameters<typeof Form>[0]['state']; kept?: KeptUpload[] }) => (
  <Page title="Probe">
    <Sheet>
      <Form action="/probe" files {...(form ? { state: form } : {})}>
        <UploadField
          name="photos"
          label="Fotos"
          hint="Ein Foto sagt mehr als viele Worte."
          kinds={['image']}
          max={3}
          kept={kept}
          optional
        />
        <Submit>Weiter</Submit>
      </Form>
    </Sheet>
  </Page>
)

const routes = [
  get('/probe', { may: 'everyone', show: () => <ProbePage /> }),
  get('/probe/danke', { may: 'everyone', show: () => <Page title="Danke">Angekommen</Page> }),
  post('/probe', {
    may: 'everyone',
    form: Shown,
    files: { photos: { max: 3, kinds: ['image'] } },
    run: async (_ctx, input) => {
      received.push(input.photos)
      // The first attempt is refused, so that the form is seen again with what it has.
      return received.length % 2 === 1 ? refuse('fileGone') : ok(input)
    },
    done: () => '/probe/danke',
    again: async (ctx, form) => (
      <ProbePage form={form} kept={await keptUploads(ctx, Shown.shape.photos.catch([]).parse(form.input.photos))} />
    ),
  }),
]

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const program = await testProgram()
let [browser, server, origin]: [Browser | undefined, Server | undefined, string] = [undefined, undefined, '']
let built: Awaited<ReturnType<typeof staticHouse>>

async function listen(port = 0): Promise<void> {
  const house = {
    ...program.house,
    assets: built.assets,
    modules: [...program.house.modules, { name: 'probe', texts: { de: {}, en: {} }, routes }],
  }
  const answer = createServer(house)
  server = createHttp(getRequestListener((request) => answer(request, '127.0.0.1'), { overrideGlobalObjects: false }))
  await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done))
  const address = server.address()
  origin = `http://neustadt.test:${address && typeof address === 'object' ? address.port : 0}`
}
async function hangUp(): Promise<void> {
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
}

beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchBrowser(), staticHouse()])
  await listen()
})
beforeEach(() => void received.splice(0))
afterAll(async () => {
  await browser?.close()
  await hangUp()
})

async function open(options: BrowserContextOptions = {}): Promise<{ tab: Tab; complaints: string[]; close: () => Promise<void> }> {
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, locale: 'de-DE', ...options })
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/status of 422|ERR_INTERNET|ERR_CONN|ERR_EMPTY/.test(message.text()) &&
      complaints.push(message.text()),
  )
  // The test town's name leads to this machine; the built browser part lies in memory.
  await tab.route('**/assets/**', (route) => {
    const asset = built.asset(new URL(route.request().url()).pathname)
    return asset ? route.fulfill(asset) : route.abort()
  })
  await tab.goto(`${origin.replace('neustadt.test', 'localhost')}/t/neustadt/probe`)
  return { tab, complaints, close: () => context.close() }
}
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
/** What axe finds in the form. */
const findings = async (tab: Tab): Promise<unknown> => {
  await tab.evaluate(axe)
  return await tab.evaluate(
    "axe.run('.form').then(({ violations }) => violations.map(({ id, nodes }) => id + nodes.map(({ html }) => html)))",
  )
}
const input = 'input[type=file][name=photos]'

describe('with scripts', () => {
  test('photos go up at once, tell their place, and the form carries only ids', async () => {
    const { tab, complaints, close } = await open()
    await tab.evaluate(() => {
      document.addEventListener('photo:position', (event) => {
        if (event instanceof CustomEvent) document.body.dataset.place = JSON.stringify(event.detail)
      })
    })
    await tab.setInputFiles(input, [file('schlagloch.jpg', await photoWithPlace(2400, 1600)), file('kein-bild.jpg', Buffer.from(eicar))])
    await tab.getByText('Diese Art von Datei nehmen wir hier nicht an').first().waitFor()
    await tab.getByText('Hochgeladen', { exact: true }).waitFor()
    expect(await findings(tab)).toEqual([])
    const place: unknown = JSON.parse((await tab.locator('body').getAttribute('data-place')) ?? '{}')
    expect(place).toMatchObject({ lat: expect.closeTo(49.4521, 4), lon: expect.closeTo(11.0767, 4), direction: 270 })

    await tab.getByRole('button', { name: 'kein-bild.jpg entfernen' }).click()
    await tab.getByRole('button', { name: 'Weiter' }).click()
    await tab.getByRole('alert').waitFor()
    const [ids] = received.splice(0, 1, [])
    expect(ids).toHaveLength(1)
    // The same photo is there again, without a second upload.
    await tab.locator('.upload__item img').waitFor()
    await expect
      .poll(() => tab.locator('.upload__item img').evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)), {
        timeout: 10_000,
      })
      .toBe(320)
    expect(await findings(tab)).toEqual([])
    await tab.getByRole('button', { name: 'Entfernen' }).waitFor()
    await tab.getByRole('button', { name: 'Weiter' }).click()
    await tab.waitForURL('**/probe/danke')
    expect(received.splice(0)).toEqual([[], ids])
    expect(complaints).toEqual([])
    await close()
  })

  test('a form sent too early waits; the upload survives a lost network and a restart of the program', async () => {
    received.push([])
    const { tab, complaints, close } = await open()
    let parts = 0
    await tab.route('**/dateien/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      parts += 1
      if (parts === 2) return route.abort('internetdisconnected')
      if (parts === 3) {
        const port = Number(new URL(origin).port)
        await hangUp()
        void new Promise((later) => setTimeout(later, 1200)).then(() => listen(port))
      }
      return route.continue()
    })
    await tab.setInputFiles(input, [file('grosses-bild.jpg', await jpeg(2600, 1900))])
    await tab.getByRole('button', { name: 'Weiter' }).click()
    await tab.getByText('Bitte warten Sie').waitFor()
    await tab.getByText('Keine Verbindung').waitFor()
    expect(await findings(tab)).toEqual([])
    await tab.waitForURL('**/probe/danke', { timeout: 60_000 })
    expect(parts).toBeGreaterThan(3)
    expect(received.splice(0)[1]).toHaveLength(1)
    expect(complaints).toEqual([])
    await close()
  })

  test('no more than allowed, and the page looks right in the dark on a desk', async () => {
    const { tab, close } = await open({ viewport: { width: 1280, height: 900 }, hasTouch: false, colorScheme: 'dark' })
    const small = await jpeg(300, 200)
    await tab.setInputFiles(
      input,
      ['a', 'b', 'c', 'd'].map((name) => file(`${name}.jpg`, small)),
    )
    await tab.getByText('Höchstens 3 Dateien sind möglich.').waitFor()
    await expect.poll(() => tab.getByText('Hochgeladen', { exact: true }).count(), { timeout: 60_000 }).toBe(3)
    expect(await tab.locator('.upload__item').count()).toBe(3)
    expect(await findings(tab)).toEqual([])
    await close()
  })
})

test('without scripts the same field sends the photos with the form, and keeps them when it comes back', async () => {
  const { tab, close } = await open({ javaScriptEnabled: false })
  const photo = await jpeg(500, 400)
  await tab.setInputFiles(input, [file('a.jpg', photo), file('b.jpg', photo)])
  await tab.getByRole('button', { name: 'Weiter' }).click()
  const boxes = tab.locator('.upload__item input[type=checkbox]')
  await tab.getByRole('alert').waitFor()
  expect(await boxes.count()).toBe(2)
  await boxes.first().uncheck()
  await tab.getByRole('button', { name: 'Weiter' }).click()
  await tab.waitForURL('**/probe/danke')
  const [first, second] = received.splice(0)
  expect(second).toEqual([first![1]])
  await close()
})
