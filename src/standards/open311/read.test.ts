import { describe, expect, it } from 'vitest'
import { CategoryInput, hideReport, saveCategory, takeStep } from '#services/reports/index.ts'
import type { Seen } from '../../../test/setup/visitor.ts'
import { mergeReports } from '../../services/reports/incident/incident.verbs.ts'
import { endpoint, type Row } from './testing/endpoint.ts'

const { program, inTown, nobody, V2, key, unitId, json, codes, sent, find } = await endpoint()

describe('what can be asked', () => {
  it('discovery and services say the same in both formats, without what no form takes', async () => {
    const discovery = JSON.parse((await nobody.get(`${V2}/discovery.json`)).body) as { changeset: string; endpoints: Row[] }
    expect(discovery.endpoints).toMatchObject([
      { url: 'http://neustadt.test/open311/v2', type: 'production', changeset: discovery.changeset },
    ])
    const xml = await nobody.get(`${V2}/services`)
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>/)
    expect(xml.body).toContain('<service_name>pothole &amp; Co</service_name>')
    const services = json(await nobody.get(`${V2}/services.json`))
    expect(services.map(({ service_code, type, metadata }) => [service_code, type, metadata])).toEqual([
      ['pothole', 'realtime', false],
      ['lamp', 'realtime', true],
      ['car', 'batch', false],
      ['odd', 'realtime', false],
    ])
    program.clock.forward(1)
    await inTown((ctx) =>
      saveCategory(
        ctx,
        CategoryInput.parse({ code: 'bin', groupCode: 'street', name: { de: 'Korb', en: 'Bin' }, publish: 'atOnce', unitId }),
      ),
    )
    const later = JSON.parse((await nobody.get(`${V2}/discovery.json`)).body) as { changeset: string }
    expect(later.changeset > discovery.changeset).toBe(true)
  })

  it('a definition has its questions in order; one without questions has none', async () => {
    const definition = JSON.parse((await nobody.get(`${V2}/services/lamp.json`, { 'accept-language': 'en' })).body) as { attributes: Row[] }
    expect(definition.attributes.map(({ code, datatype, order, required }) => [code, datatype, order, required])).toEqual([
      ['how', 'multivaluelist', 1, true],
      ['number', 'text', 2, false],
    ])
    expect(definition.attributes[0]).toMatchObject({ variable: true, description: 'How?', values: [{ key: 'dark', name: 'dark' }, {}] })
    expect(definition.attributes[1]).not.toHaveProperty('values')
    expect((await nobody.get(`${V2}/services/pothole.xml`)).body).toContain('<service_code>pothole</service_code><attributes/>')
  })

  it.each([
    ['/services/nothing.json', 40402],
    ['/services/slope.json', 40402],
    ['/requests/M-AAAA-AAAA.json', 40404],
    ['/requests/nothing.json', 40404],
    ['/tokens/nothing.json', 40403],
    ['/tokens/01890000-0000-7000-8000-000000000000-AAAA.json', 40403],
    ['/nothing.json', 40400],
    ['/requests/a/b.json', 40400],
    ['/services.json?jurisdiction_id=elsewhere', 40401],
  ])('%s is not there', async (path, code) => {
    expect(codes(await nobody.get(V2 + path), 404)).toEqual([code])
    const xml = await nobody.get(V2 + path.replace('.json', '.xml'))
    expect([xml.status, xml.headers.get('content-type')]).toEqual([404, 'text/xml; charset=utf-8'])
    expect(xml.body).toContain(`<errors><error><code>${code}</code><description>`)
  })

  it('names of the town are known, an unknown suffix is not, and everybody’s programs may read', async () => {
    for (const name of ['neustadt', 'NEUSTADT.test', '']) json(await nobody.get(`${V2}/services.json?jurisdiction_id=${name}`))
    expect((await nobody.get(`${V2}/services.yaml`)).status).toBe(404)
    expect((await nobody.get(`${V2}/services.json`)).headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('searching', () => {
  it('selects by service, status, day, area, words and photo; ids override; one damage has one state', async () => {
    const [hole, lamp] = [
      await sent({ description: 'Kellerasseln' }),
      await sent({ service_code: 'lamp', 'attribute[how]': 'dark', description: 'Suchelampe' }),
    ]
    expect(await find('service_code=lamp')).toContain(lamp)
    expect(await find('service_code=lamp')).not.toContain(hole)
    expect(await find('service_code=lamp,pothole')).toEqual(expect.arrayContaining([hole, lamp]))
    expect(await find('service_code=unknown')).toEqual([])
    expect(await find(`service_request_id=${hole},${lamp},M-AAAA-AAAA&status=closed`)).toHaveLength(2)
    expect(await find('status=open')).toContain(hole)
    expect(await find('status=closed')).not.toContain(hole)
    expect(await find('q=Kellerasseln')).toEqual([hole])
    expect(await find('bbox=11.04,49.04,11.06,49.06')).toContain(hole)
    expect(await find('bbox=11.06,49.06,11.07,49.07')).toEqual([])
    expect(await find('lat=49.0501&long=11.05&radius=20')).toContain(hole)
    expect(await find('lat=49.051&long=11.05&radius=20')).toEqual([])
    const iso = (days: number) => new Date(program.clock.at.getTime() + days * 86_400_000).toISOString()
    expect(await find(`start_date=${iso(-1)}&end_date=${iso(0)}`)).toContain(hole)
    expect(await find(`start_date=${iso(-20)}&end_date=${iso(-10)}`)).not.toContain(hole)
    expect(codes(await nobody.get(`${V2}/requests.json?start_date=gestern`), 400)).toEqual([40008])
    expect(codes(await nobody.get(`${V2}/requests.json?status=offen&page=0`), 400)).toEqual([40009, 40011])
    await inTown((ctx) => hideReport(ctx, { number: lamp, reason: 'personalData', text: '' } as never))
    expect(await find('service_code=lamp')).not.toContain(lamp)
  })

  it('reports of one damage are each told of, with the state of the one that goes on', async () => {
    const [head, member] = [await sent({ description: 'Der eine' }), await sent({ description: 'Der andere' })]
    program.clock.forward(1)
    const merged = await inTown((ctx) => mergeReports(ctx, { into: head, numbers: [member] }))
    if (!merged.ok) throw new Error(merged.refusal.code)
    const before = program.clock.at.toISOString()
    program.clock.forward(1)
    const ended = await inTown((ctx) => takeStep(ctx, { number: head, verb: 'end', reason: 'noDefect', text: 'Alles gut.' }))
    if (!ended.ok) throw new Error(ended.refusal.code)
    const both = json(await nobody.get(`${V2}/requests.json?service_request_id=${head},${member}`))
    expect(both.map(({ status, status_notes }) => [status, status_notes])).toEqual([
      ['closed', 'Alles gut.'],
      ['closed', 'Alles gut.'],
    ])
    for (const status of ['open', 'closed']) expect((await find(`status=${status}`)).includes(member)).toBe(status === 'closed')
    expect(await find(`updated_after=${before}`)).toEqual(expect.arrayContaining([head, member]))
    const updates = json(await nobody.get(`${V2}/servicerequestupdates.json?start_date=${before}`))
    expect(updates.map(({ service_request_id, status }) => [service_request_id, status])).toEqual([
      [head, 'NO_FURTHER_ACTION'],
      [member, 'NO_FURTHER_ACTION'],
    ])
    expect(new Set(updates.map(({ update_id }) => update_id)).size).toBe(2)
  })

  it('pages name the next one, newest first, each report once', async () => {
    const all = await find('')
    let next: string | undefined = `${V2}/requests.json?page_size=3&api_key=${key}`
    const seen: unknown[] = []
    while (next) {
      const page: Seen = await nobody.get(next)
      seen.push(...json(page).map(({ service_request_id }) => service_request_id))
      expect(page.headers.get('link') ?? '').not.toContain(key)
      next = /<http:\/\/neustadt\.test([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(all)
    expect(await find('page=2&page_size=3')).toEqual(all.slice(3, 6))
    // Who goes on from nowhere would begin anew, and again and again.
    for (const nowhere of ['abc', Buffer.from('gestern').toString('base64url')])
      expect((await nobody.get(`${V2}/requests.json?after=${nowhere}&api_key=${key}`)).status).toBe(400)
  })

  it('a finished one is closed at that moment, with the last word; extensions tell of it in more detail', async () => {
    const number = await sent({ description: 'Wird behoben' })
    const step = async (verb: 'accept' | 'finish', more: object = {}) => {
      program.clock.forward(10)
      const taken = await inTown((ctx) => takeStep(ctx, { number, verb, ...more }))
      if (!taken.ok) throw new Error(taken.refusal.code)
    }
    await step('accept')
    await step('finish', { text: 'Ist zu.', noPhotoReason: 'measured' })
    const closed = `${program.clock.at.toISOString().slice(0, 19)}Z`
    program.clock.forward(60)
    const [request] = json(await nobody.get(`${V2}/requests/${number}.json?extensions=true`))
    expect(request).toMatchObject({ status: 'closed', updated_datetime: closed, status_notes: 'Ist zu.', agency_responsible: 'Tiefbauamt' })
    expect(request!.extended_attributes).toMatchObject({
      detailed_status: 'PROCESSED',
      html_url: `http://neustadt.test/meldungen/${number}`,
    })
    expect((request!.notes as Row[]).map(({ type }) => type)).toEqual(expect.arrayContaining(['report.published', 'work.done']))
    expect(await find('status=closed')).toContain(number)
    expect(await find('status=open')).not.toContain(number)
    expect(await find(`updated_after=${program.clock.at.toISOString()}`)).not.toContain(number)
    expect(await find(`updated_after=${new Date(program.clock.at.getTime() - 3_700_000).toISOString()}`)).toContain(number)
    const plain = json(await nobody.get(`${V2}/requests/${number}.json`))[0]!
    expect(plain).not.toHaveProperty('notes')
  })
})
