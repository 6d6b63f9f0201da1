import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { issueApiKey, revokeApiKey } from '#core/api-keys/index.ts'
import { eventsAbout } from '#core/memory/index.ts'
import { deskReport } from '#services/reports/index.ts'
import type { Fields } from '../../../test/setup/visitor.ts'
import { endpoint } from './testing/endpoint.ts'

const { program, inTown, nobody, V2, key, keyId, unitId, issue, json, codes, send, sent, find, spot } = await endpoint()

describe('sending', () => {
  it('takes a report like the form does: routed, told in the memory with the key, its text for everybody and nobody’s name', async () => {
    const text = `Größere Pfütze – „Äpfel & Öl“, 3 < 5 🚲\nzweite Zeile${'🚲'.repeat(3_900)}`
    const number = await sent({ description: text, email: 'ada@example.org', first_name: 'Ada', last_name: 'Geheim', phone: '0123 456' })
    for (const suffix of ['json', 'xml']) {
      const { body } = await nobody.get(`${V2}/requests/${number}.${suffix}?extensions=true`)
      expect(body).toContain(number)
      expect(body).not.toMatch(/Geheim|ada@example|0123/)
    }
    const [request] = json(await nobody.get(`${V2}/requests/${number.toLowerCase()}.json`))
    expect(request).toMatchObject({
      ...{ service_request_id: number, service_code: 'pothole', status: 'open', description: text, lat: 49.05, long: 11.05 },
      requested_datetime: `${program.clock.at.toISOString().slice(0, 19)}Z`,
    })
    expect(Object.keys(request!)).toEqual(
      expect.arrayContaining(['status_notes', 'agency_responsible', 'expected_datetime', 'media_url', 'zipcode']),
    )
    const desk = await inTown((ctx) => deskReport(ctx, number))
    expect(desk).toMatchObject({ channel: 'open311', case: { unitId }, parties: [{ name: 'Ada Geheim', email: 'ada@example.org' }] })
    const events = await inTown((ctx) => eventsAbout(ctx, { type: 'apiKey', id: keyId }, ['public', 'parties', 'internal']))
    expect(events.filter(({ data }) => data.number === number).map(({ kind }) => kind)).toContain('report.sent')
    expect(events.find(({ kind }) => kind === 'report.sent')?.actor).toMatchObject({ kind: 'program', role: 'reporter' })
  })

  it('answers in XML, takes a key in the header or the address, and lets the kind speak where there are no words', async () => {
    const { key: other } = await issue(['open311.send'])
    const xml = await nobody.post(`${V2}/requests`, { service_code: 'pothole', ...spot }, { authorization: `Bearer ${other}` })
    expect(xml.body).toMatch(/<service_requests><request><service_request_id>M-.*<\/service_request_id><service_notice>.*<account_id\/>/)
    const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(xml.body)![0]
    expect(json(await nobody.get(`${V2}/requests/${number}.json`))[0]).toMatchObject({ description: 'pothole & Co' })
    expect((await nobody.post(`${V2}/requests.json?api_key=${other}`, { service_code: 'pothole', ...spot })).status).toBe(200)
  })

  it.each<[string, number, number, Fields]>([
    ['no key', 403, 403, { api_key: '' }],
    ['a wrong key', 403, 403, { api_key: 'falsch' }],
    ['a wrong key before anything else', 403, 403, { api_key: 'falsch', service_code: '' }],
    ['another town', 404, 40401, { jurisdiction_id: 'elsewhere' }],
    ['no service', 400, 40002, { service_code: '' }],
    ['an unknown service', 404, 40402, { service_code: 'nothing' }],
    ['no place', 400, 40003, { lat: '', long: '' }],
    ['an unknown address', 400, 40003, { lat: '', long: '', address_string: 'Nirgendweg 7' }],
    ['half a place', 400, 40004, { long: '' }],
    ['a place outside', 400, 40005, { lat: '10', long: '10' }],
    ['a missing attribute', 400, 40006, { service_code: 'lamp' }],
    ['a value off the list', 400, 40006, { service_code: 'lamp', 'attribute[how][]': 'nothing' }],
    ['no way to answer', 400, 40006, { service_code: 'odd' }],
    ['too long a text', 400, 40007, { description: 'ä'.repeat(4001) }],
    ['danger by the kind', 400, 40013, { service_code: 'slope' }],
    ['danger by an answer', 400, 40013, { service_code: 'lamp', 'attribute[how][]': 'open' }],
  ])('refuses %s', async (_, status, code, fields) => {
    const seen = await send(fields)
    expect(codes(seen, status)).toEqual([code])
    expect(JSON.parse(seen.body)[0].description).not.toMatch(/open311\.|\{/)
  })

  it('keeps answers, what no question asks for, and photos without what they tell of the camera', async () => {
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const number = await sent({
      service_code: 'lamp',
      'attribute[how][]': ['dark'],
      'attribute[number]': 'L-7',
      'attribute[pole]': 'rot',
      media: new File([new Uint8Array(picture)], 'lampe.jpg', { type: 'image/jpeg' }),
    })
    const [request] = json(await nobody.get(`${V2}/requests/${number}.json`))
    const photo = String(request!.media_url)
    expect(photo).toMatch(/^http:\/\/neustadt\.test\/dateien\//)
    expect((await nobody.get(new URL(photo).pathname)).headers.get('content-type')).toBe('image/webp')
    const desk = await inTown((ctx) => deskReport(ctx, number))
    expect(desk).toMatchObject({ answers: { how: ['dark'], number: 'L-7' }, extra: { pole: 'rot' } })
    const long = await send({ 'attribute[pole]': ['x'.repeat(997), '🚲'] })
    expect(json(long)[0]).toHaveProperty('service_request_id')
    const bad = await send({ media: new File(['no picture'], 'x.jpg', { type: 'image/jpeg' }) })
    expect(codes(bad, 400)).toEqual([40015])
  })

  it('what does not count yet has a token; never confirmed, it is gone', async () => {
    const [waiting] = json(await send({ service_code: 'car', email: 'ada@example.org' }))
    expect(waiting).not.toHaveProperty('service_request_id')
    const token = String(waiting!.token)
    expect(json(await nobody.get(`${V2}/tokens/${token}.json`))).toEqual([{ token }])
    const [known] = json(await send({ service_code: 'car' }))
    const [led] = json(await nobody.get(`${V2}/tokens/${known!.token}.json`))
    expect(json(await nobody.get(`${V2}/requests/${led!.service_request_id}.json`))).toHaveLength(1)
    expect(codes(await nobody.get(`${V2}/tokens/${token.slice(0, -2)}AA.json`), 404)).toEqual([40403])
  })

  it('words about people wait for a moderator: only the program that sent them sees that they arrived', async () => {
    const number = await sent({ description: 'Bitte Herrn Müller unter 0170 1234567 anrufen' })
    expect(codes(await nobody.get(`${V2}/requests/${number}.json`), 404)).toEqual([40404])
    expect(await find('')).not.toContain(number)
    const other = await issue(['open311.send'])
    expect(codes(await nobody.get(`${V2}/requests/${number}.json?api_key=${other.key}`), 404)).toEqual([40404])
    const [own] = json(await nobody.get(`${V2}/requests/${number}.json?api_key=${key}`))
    expect(own).toMatchObject({ service_request_id: number, status: 'open', description: null, media_url: null })
    expect(codes(await nobody.get(`${V2}/requests.json?api_key=falsch`), 403)).toEqual([403])
  })

  it('the same again under one key has one effect, also at the same time and in another format; other words are refused', async () => {
    const again = { 'idempotency-key': 'abcdefgh-1' }
    const all = await Promise.all([1, 2, 3].map(() => send({ description: 'Einmalvorgang' }, again)))
    const done = all.filter(({ status }) => status === 200)
    expect(all.filter(({ status }) => ![200, 409].includes(status))).toEqual([])
    const number = json(done[0]!)[0]!.service_request_id
    const later = await nobody.post(
      `${V2}/requests.xml`,
      { api_key: key, service_code: 'pothole', description: 'Einmalvorgang', ...spot },
      again,
    )
    expect(later.body).toContain(String(number))
    expect((await find('q=Einmalvorgang')).filter((each) => each === number)).toHaveLength(1)
    expect(await find('q=Einmalvorgang')).toHaveLength(1)
    expect(codes(await send({ description: 'Anders' }, again), 400)).toEqual([40017])
    // After a day the platform has forgotten the answer, but not the report.
    program.clock.forward(2 * 24 * 60)
    await inTown((ctx) => ctx.db.deleteFrom('platform.idempotency').where('tenant_id', '=', ctx.town.id).execute())
    expect(json(await send({ description: 'Einmalvorgang' }, again))[0]!.service_request_id).toBe(number)
  })
})

describe('a key', () => {
  it('without the scope, revoked or expired it opens nothing; it opens no page; it counts in its own town', async () => {
    const { id, key: made } = await issue(['open311.send'])
    expect((await send({ api_key: made })).status).toBe(200)
    for (const path of ['/amt', '/verwaltung', '/mein'])
      expect([401, 403]).toContain((await nobody.get(path, { authorization: `Bearer ${made}` })).status)
    const town = await program.makeTown('altstadt')
    const elsewhere = program.visitor({ town })
    expect((await elsewhere.post(`${V2}/requests.json`, { api_key: made, service_code: 'pothole', ...spot })).status).toBe(403)
    await inTown((ctx) => revokeApiKey(ctx, { id }))
    expect((await send({ api_key: made })).status).toBe(403)

    const dayLong = await inTown((ctx) => issueApiKey(ctx, { name: 'Kurz', scopes: ['open311.send'], expiresOn: '2099-01-01' }))
    if (!dayLong.ok) throw new Error(dayLong.refusal.code)
    expect((await send({ api_key: dayLong.value.key })).status).toBe(200)
    const before = program.clock.at
    program.clock.at = new Date('2099-01-02T12:00:00Z')
    expect((await send({ api_key: dayLong.value.key })).status).toBe(403)
    program.clock.at = before
  })
})

describe('updates', () => {
  const updates = async (query = '') => json(await nobody.get(`${V2}/servicerequestupdates.json?${query}`))
  const tell = (fields: Fields) => nobody.post(`${V2}/servicerequestupdates.json`, { updated_datetime: '2026-05-07T07:20:00Z', ...fields })

  it('a department’s software tells how it goes on, by the same steps and proofs as staff; everybody can read it', async () => {
    const made = await inTown((ctx) => issueApiKey(ctx, { name: 'Amt', scopes: ['open311.update'], unitId }))
    if (!made.ok) throw new Error(made.refusal.code)
    const api_key = made.value.key
    const number = await sent({ description: 'Für das Amt' })
    const of = { api_key, service_request_id: number }
    program.clock.forward(5)
    expect(json(await tell({ ...of, update_id: '1', status: 'in_progress', description: 'Wir sind dran.' }))).toEqual([{ update_id: '1' }])
    expect(json(await nobody.get(`${V2}/requests/${number}.json?extensions=true`))[0]).toMatchObject({
      ...{ status: 'open', status_notes: 'Wir sind dran.', agency_responsible: 'Tiefbauamt' },
      extended_attributes: { detailed_status: 'IN_PROCESS' },
    })
    // Told again nothing happens, other words under the same name are refused.
    expect(json(await tell({ ...of, update_id: '1', status: 'in_progress', description: 'Wir sind dran.' }))).toEqual([{ update_id: '1' }])
    expect(codes(await tell({ ...of, update_id: '1', status: 'OPEN', description: 'Anders' }), 400)).toEqual([40017])
    expect(codes(await tell({ ...of, update_id: '2', status: 'FIXED', description: 'Fertig' }), 400)).toEqual([40016])
    expect(codes(await tell({ ...of, update_id: '3', status: 'CANCELLED', description: 'Nichts zu tun' }), 400)).toEqual([40016])
    expect(codes(await tell({ ...of, update_id: '', status: 'gone' }), 400)).toEqual([40018, 40009])
    program.clock.forward(5)
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#080' } })
      .jpeg()
      .toBuffer()
    const media = new File([new Uint8Array(picture)], 'fertig.jpg', { type: 'image/jpeg' })
    json(await tell({ ...of, update_id: '4', status: 'FIXED', description: 'Fertig', media }))
    const own = (await updates()).filter(({ service_request_id }) => service_request_id === number)
    expect(own.map(({ status, description }) => [status, description])).toEqual([
      ['INVESTIGATING', null],
      ['IN_PROGRESS', 'Wir sind dran.'],
      ['FIXED', 'Fertig'],
    ])
    expect((await nobody.get(`${V2}/servicerequestupdates`)).body).toContain(`<request_update><update_id>`)
    expect(await updates('end_date=2020-01-01T00:00:00Z')).toEqual([])
    expect(codes(await nobody.get(`${V2}/servicerequestupdates.json?start_date=x`), 400)).toEqual([40008])
  })

  it('only for the own department, and only with the scope', async () => {
    const other = await program.makeOrganisation(program.town, 'department', 'Grünflächenamt')
    const made = await inTown((ctx) => issueApiKey(ctx, { name: 'Anderes Amt', scopes: ['open311.update'], unitId: other }))
    if (!made.ok) throw new Error(made.refusal.code)
    const number = await sent({ description: 'Nicht deins' })
    const told = { service_request_id: number, update_id: '1', status: 'IN_PROGRESS' }
    expect(codes(await tell({ api_key: made.value.key, ...told }), 400)).toEqual([40016])
    expect(codes(await tell({ api_key: key, ...told }), 403)).toEqual([403])
    expect(codes(await send({ api_key: made.value.key }), 403)).toEqual([403])
    expect(codes(await tell({ api_key: made.value.key, ...told, service_request_id: 'M-AAAA-AAAA' }), 404)).toEqual([40404])
    expect((await inTown((ctx) => issueApiKey(ctx, { name: 'Ohne Amt', scopes: ['open311.update'] }))).ok).toBe(false)
  })
})
