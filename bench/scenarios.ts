import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { signedInDemo } from '../test/setup/demo-visitor.ts'
import type { Visitor } from '../test/setup/visitor.ts'
import type { Scenario } from './measure.ts'

/** A cookie that belongs to nobody: such a request is answered afresh, not from the page cache. */
const afresh = { cookie: 'sitzung=nobody' }

/** What is measured, by group: `npm run bench -- reports`. */
export const groups: Record<string, (url: string) => Promise<Scenario[]>> = {
  pages: async () => [
    { name: 'start page, kept', path: '/', connections: 50, headers: { 'accept-encoding': 'br' } },
    { name: 'start page, made afresh', path: '/', connections: 8, headers: afresh },
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
      { name: 'list', path: '/meldungen', connections: 8, headers: afresh },
      { name: 'list, done, second page', path: next ?? '/meldungen?stand=erledigt', connections: 8, headers: afresh },
      { name: 'list by words', path: '/meldungen?q=Laterne', connections: 8, headers: afresh },
      { name: 'map of the town centre', path: '/meldungen.geojson?bbox=9.60,51.735,9.62,51.745', connections: 8, headers: afresh },
      { name: 'page of a report', path: `/meldungen/${done}`, connections: 8, headers: afresh },
      { name: 'status, by its key', path: `/status/${sent.number}`, connections: 8, headers: { cookie: sent.cookie } },
      { name: 'search of everything', path: '/suche?q=Schlagloch', connections: 8, headers: afresh },
      { name: 'work list of 50', path: '/amt/meldungen?ansicht=open', connections: 8, headers: own },
      { name: 'work list by words', path: '/amt/meldungen?ansicht=open&q=Laterne', connections: 8, headers: own },
      { name: 'report at the desk', path: `/amt/meldungen/${sent.number}`, connections: 8, headers: own },
      { name: 'submit', connections: 8, work: submitting(url) },
      { name: 'whole life', connections: 8, work: await living(url, clerk) },
    ]
  },
}

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
