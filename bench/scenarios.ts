import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { sentInquiry } from '../test/browser/pages/applications.ts'
import { signedInDemo } from '../test/setup/demo-visitor.ts'
import type { Visitor } from '../test/setup/visitor.ts'
import type { PageScenario, Scenario } from './measure.ts'

/** A cookie that belongs to nobody: such a request is answered afresh, not from the page cache. */
const afresh = { cookie: 'sitzung=nobody' }

/** What a group needs is not in this database. */
export class LacksData extends Error {}

/** What is measured, by group: `npm run bench -- reports`. */
export const groups: Record<string, (url: string) => Promise<Scenario[]>> = {
  pages: async () => [
    { name: 'start page, kept', path: '/', callers: 50, headers: { 'accept-encoding': 'br' } },
    ...withMany({ name: 'start page, made afresh', path: '/', headers: afresh }),
  ],
  reports: async (url) => {
    const sent = await send(url, agentOf())
    if (!sent) throw new Error('no report can be sent')
    const clerk = await signedInDemo(url, 'Petra Uhlenbrock')
    const own = { cookie: cookiesOf(clerk) }
    const list = await (await fetch(`${url}/meldungen?stand=erledigt`)).text()
    const done = /href="\/meldungen\/(M-[\w-]+)"/.exec(list)?.[1]
    const next = /href="(\/meldungen\?[^"]*nach=[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&')
    return [
      ...withMany({ name: 'list', path: '/meldungen', headers: afresh }),
      ...withMany({ name: 'list, done, second page', path: next ?? '/meldungen?stand=erledigt', headers: afresh }),
      ...withMany({ name: 'list by words', path: '/meldungen?q=Laterne', headers: afresh }),
      ...withMany({ name: 'map of the town centre', path: '/meldungen.geojson?bbox=9.60,51.735,9.62,51.745', headers: afresh }),
      ...withMany({ name: 'page of a report', path: `/meldungen/${done}`, headers: afresh }),
      ...withMany({ name: 'status, by its key', path: `/status/${sent.number}`, headers: { cookie: sent.cookie } }),
      ...withMany({ name: 'search of everything', path: '/suche?q=Schlagloch', headers: afresh }),
      ...withMany({ name: 'work list of 50', path: '/amt/meldungen?ansicht=open', headers: own }),
      ...withMany({ name: 'work list by words', path: '/amt/meldungen?ansicht=open&q=Laterne', headers: own }),
      ...withMany({ name: 'report at the desk', path: `/amt/meldungen/${sent.number}`, headers: own }),
      { name: 'submit', callers: 8, work: submitting(url) },
      { name: 'whole life', callers: 8, work: await living(url, clerk) },
    ]
  },
  applications: async (url) => {
    const sent = await sentInquiry(url)
    const clerk = { cookie: cookiesOf(await signedInDemo(url, 'Torsten Ruhland')) }
    const list = await (await fetch(`${url}/amt/antraege?ansicht=closed`, { headers: clerk })).text()
    const next = /href="(\/amt\/antraege\?[^"]*nach=[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&')
    const one = /href="(\/amt\/antraege\/A-[\w-]+)/.exec(list)?.[1]
    if (!next || !one)
      throw new LacksData('the work list of applications has no second page. Fill the town first: npm run seed -- --size city')
    return [
      ...withMany({ name: 'applications of the unit', path: '/amt/antraege?ansicht=team', headers: clerk }),
      ...withMany({ name: 'applications, closed, second page', path: next, headers: clerk }),
      ...withMany({ name: 'applications by words', path: '/amt/antraege?ansicht=all&q=Kühlewind', headers: clerk }),
      ...withMany({ name: 'one application by words', path: '/amt/antraege?ansicht=all&q=muster4711', headers: clerk }),
      ...withMany({ name: 'application at the desk', path: one, headers: clerk }),
      ...withMany({ name: 'status of an application', path: `/status/${sent.number}`, headers: { cookie: cookiesOf(sent.visitor) } }),
      { name: 'inquiry written and sent', callers: 4, work: async () => (await sentInquiry(url)).number !== '' },
    ]
  },
  open311: async (url) => {
    const work = sendingByProgram(url)
    // Data from before there were keys for programs.
    if (!(await work(0))) throw new LacksData('the key of the demo sends no report: the data is of an older demo, begin a new one')
    return [
      ...withMany({ name: 'Open311: newest reports', path: '/open311/v2/requests.json' }),
      { name: 'Open311: send', callers: 8, work },
    ]
  },
  exports: async (url) => [
    { name: 'catalogue for portals', path: '/opendata/catalog.jsonld', callers: 2 },
    ...(['csv', 'json', 'geojson'] as const).map((ending) => ({
      name: `all reports as ${ending}`,
      callers: 1,
      work: () => downloaded(`${url}/opendata/meldungen.${ending}`),
    })),
  ],
}

/** The demo's key may send reports. */
function sendingByProgram(url: string) {
  const agents = Array.from({ length: 8 }, agentOf)
  return async (worker: number): Promise<boolean> => {
    const fields = {
      api_key: 'demo',
      service_code: 'bench',
      lat: '51.74',
      long: '9.61',
      description: `An der Bank fehlt eine Latte (${randomUUID()})`,
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { status, text } = await ask(`${url}/open311/v2/requests.json`, agents[worker]!, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields).toString(),
    })
    return status < 300 && text.includes('service_request_id')
  }
}

/** With as many callers as the machine can bear, times tell how long the queue is; with two, how long the page takes. */
const withMany = (page: Omit<PageScenario, 'callers'>): Scenario[] => [8, 2].map((callers) => ({ ...page, callers }))

/** Takes the whole file, compressed as a program would; true if it came to its end. */
const downloaded = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode === 200 && answer.complete))
      answer.on('error', () => resolve(false))
    })
    asked.on('error', () => resolve(false))
    asked.end()
  })

const agentOf = () => new Agent({ keepAlive: true, maxSockets: 1 })
const cookiesOf = (visitor: Visitor): string => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** Asks on a line that stays open; the answer's status, cookies and text. */
const ask = (
  url: string,
  agent: Agent,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; cookie: string; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => {
        const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
        resolve({ status: answer.statusCode ?? 0, cookie, text })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })

const json = { 'content-type': 'application/json', accept: 'application/json' }

async function send(url: string, agent: Agent): Promise<{ number: string; cookie: string } | undefined> {
  const answer = await ask(`${url}/meldungen`, agent, {
    method: 'POST',
    headers: { ...json, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ category: 'bench', text: `An der Bank fehlt eine Latte (${randomUUID()})`, place: 'Marktstraße 14' }),
  })
  return answer.status === 201 ? { number: JSON.parse(answer.text).number, cookie: answer.cookie } : undefined
}

function submitting(url: string) {
  const agents = Array.from({ length: 8 }, agentOf)
  return async (worker: number): Promise<boolean> => (await send(url, agents[worker]!)) !== undefined
}

/** Sent by a citizen, accepted and finished by a clerk, looked up by its number: what DIGIT's load test does with a complaint. */
async function living(url: string, clerk: Visitor): Promise<(worker: number) => Promise<boolean>> {
  const agents = Array.from({ length: 8 }, agentOf)
  const headers = { ...json, cookie: cookiesOf(clerk), origin: url, 'sec-fetch-site': 'same-origin' }
  return async (worker) => {
    const agent = agents[worker]!
    const sent = await send(url, agent)
    if (!sent) return false
    const step = (fields: object) =>
      ask(`${url}/amt/meldungen/${sent.number}/schritt`, agent, { method: 'POST', headers, body: JSON.stringify(fields) })
    const accepted = await step({ verb: 'accept' })
    const finished = await step({ verb: 'finish', text: 'Die Latte ist ersetzt.', noPhotoReason: 'notVisible' })
    const found = await ask(`${url}/meldungen?q=${sent.number}`, agent, { headers: afresh })
    return [accepted.status, finished.status].every((status) => status < 400) && found.text.includes(sent.number)
  }
}
