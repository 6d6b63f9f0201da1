import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const program = await testProgram()
const PATH = '/amt/objekte/etiketten'
const asset = (kind: string, number: string) => ({ tenant_id: program.town.id, id: newId(), kind, number, lat: 49.05, lon: 11.05 })
const lamps = Array.from({ length: 250 }, (_, i) => asset('lamp', `L-${1001 + i}`))
await doing(program.pool, { town: program.town, actor: system }, (ctx) =>
  ctx.db
    .insertInto('core.asset')
    .values([...lamps, asset('tree', 'B-7')])
    .execute(),
)
const clerk = (await program.signedIn({ roles: ['clerk'] })).visitor
const numbersOn = (body: string) => [...body.matchAll(/plate-label__number">([^<]*)</g)].map(([, number]) => number)

test('labels are for the staff', async () => {
  const citizen = await program.signedIn()
  expect((await citizen.visitor.get(PATH)).status).toBe(403)
  const empty = await clerk.get(PATH)
  expect([empty.status, numbersOn(empty.body)]).toEqual([200, []])
  expect(empty.body).toContain('Noch nichts gewählt')
})

test('numbers as typed become labels once each, with the address of the thing; what does not exist is named', async () => {
  const { body } = await clerk.get(`${PATH}?nummern=${encodeURIComponent('l 1002, B-7\nL1002;L-9999')}`)
  expect(numbersOn(body)).toEqual(['B-7', 'L-1002'])
  expect(body).toContain('aria-label="Seite von L-1002"')
  expect(body).toContain(`${new URL(program.town.origin).host}/o/L-1002`)
  expect(body).toContain('Eine Nummer gibt es nicht')
  expect(body).toMatch(/labels__unknown">L-9999</)
})

test('a kind comes 240 at a time, and the next ones follow', async () => {
  const first = await clerk.get(`${PATH}?art=lamp`)
  expect(numbersOn(first.body)).toEqual(lamps.slice(0, 240).map(({ number }) => number))
  const next = /href="([^"]*nach=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
  const second = await clerk.get(next ?? '')
  expect(numbersOn(second.body)).toEqual(lamps.slice(240).map(({ number }) => number))
  expect(numbersOn((await clerk.get(`${PATH}?art=tree`)).body)).toEqual(['B-7'])
})

test('a begun sheet keeps its used labels free', async () => {
  const { body } = await clerk.get(`${PATH}?nummern=B-7&ab=5`)
  expect(body.match(/plate-label--used/g)).toHaveLength(4)
})

test('the page of the thing leads to its label for the staff alone, and to a report that knows the thing', async () => {
  expect((await clerk.get('/objekte/B-7')).body).toContain(`${PATH}?nummern=B-7`)
  const { body } = await program.visitor().get('/objekte/B-7')
  expect(body).not.toContain(PATH)
  expect(body).toContain('/meldungen/neu?objekt=B-7')
  expect((await program.visitor().get('/meldungen/neu?objekt=B-7')).body).toContain('B-7')
})
