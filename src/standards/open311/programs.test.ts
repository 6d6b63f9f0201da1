import { beforeAll, expect, it } from 'vitest'
import { issueApiKey } from '#core/api-keys/index.ts'
import { system } from '#platform/context.ts'
import { CategoryInput, hideReport, saveCategory, saveGroup, sayInPublic, updatesForExchange } from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const program = await testProgram()
const inTown = <T>(work: Parameters<typeof doing<T>>[2]) =>
  doing(program.pool, { town: program.town, now: program.clock.at, actor: system }, work)
const nobody = program.visitor()
const V2 = '/open311/v2'
let key = ''

beforeAll(async () => {
  await inTown(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await saveCategory(
      ctx,
      CategoryInput.parse({ code: 'pothole', groupCode: 'street', name: { de: 'Loch', en: 'Pothole' }, publish: 'atOnce' }),
    )
    const made = await issueApiKey(ctx, { name: 'App', scopes: ['open311.send'] })
    if (made.ok) key = made.value.key
  })
})

const requests = async (path: string, authorization?: string): Promise<Record<string, unknown>[]> =>
  JSON.parse((await nobody.get(V2 + path, authorization ? { authorization } : {})).body)

it('of a report that is hidden its sender sees that it is there, and no word of anybody any more', async () => {
  const fields = { service_code: 'pothole', description: 'Ein Loch', lat: '49.05', long: '11.05' }
  const [{ service_request_id: number } = {}] = JSON.parse((await nobody.post(`${V2}/requests.json`, { api_key: key, ...fields })).body)
  await inTown((ctx) => sayInPublic(ctx, { number, text: 'Frau Müller hat recht.' }))
  expect(await requests(`/requests/${number}.json`)).toMatchObject([{ description: 'Ein Loch', status_notes: 'Frau Müller hat recht.' }])

  expect((await inTown((ctx) => hideReport(ctx, { number, reason: 'personalData' }))).ok).toBe(true)
  expect(await requests(`/requests/${number}.json`)).toMatchObject([{ code: 40404 }])
  // The word before a key is the same in capitals or not.
  for (const scheme of ['Bearer', 'bearer', 'BEARER'])
    expect(await requests(`/requests/${number}.json?extensions=true`, `${scheme} ${key}`)).toMatchObject([
      { service_request_id: number, description: null, status_notes: null },
    ])
})

it('who reads on gets beyond what everybody was told of reports that are hidden now', async () => {
  const send = async (description: string): Promise<string> => {
    const fields = { api_key: key, service_code: 'pothole', description, lat: '49.05', long: '11.05' }
    return JSON.parse((await nobody.post(`${V2}/requests.json`, fields)).body)[0].service_request_id
  }
  const [hidden, shown] = [await send('Eins'), await send('Zwei')]
  for (const number of [hidden, hidden, shown]) await inTown((ctx) => sayInPublic(ctx, { number, text: 'Wir sehen nach.' }))
  await inTown((ctx) => hideReport(ctx, { number: hidden, reason: 'personalData' }))
  const found: string[] = []
  const window = { from: new Date(program.clock.at.getTime() - 86_400_000), until: undefined }
  for (let after: string | undefined, pages = 0; pages < 10; pages += 1) {
    const from = { ...window, after }
    const { items, next }: Awaited<ReturnType<typeof updatesForExchange>> = await inTown((ctx) => updatesForExchange(ctx, from, 1))
    found.push(...items.map(({ number }) => number))
    after = next
    if (!next) break
  }
  expect(found.filter((number) => [hidden, shown].includes(number))).toEqual([shown])
})

it('scripts in pages of others may read where the next page is', async () => {
  expect((await nobody.get(`${V2}/requests.json`)).headers.get('access-control-expose-headers')).toContain('link')
})

it('what comes in another coding is refused, as its umlauts would be lost', async () => {
  const body = Buffer.from(`api_key=${key}&service_code=pothole&lat=49.05&long=11.05&description=Stra\u00dfe`, 'latin1')
  const sent = (charset: string) =>
    nobody.send('POST', `${V2}/requests.json`, { 'content-type': `application/x-www-form-urlencoded${charset}` }, body)
  expect((await sent('; charset=ISO-8859-1')).status).toBe(400)
  for (const charset of ['', '; charset=utf-8', ';charset="UTF-8"']) expect((await sent(charset)).status).toBe(200)
})

it.each(['', '/'])('the root %j leads to the page that explains it', async (end) => {
  expect((await nobody.get(V2 + end)).location).toBe('/open311')
})
