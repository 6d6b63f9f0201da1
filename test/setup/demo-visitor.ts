import { request as ask } from 'node:http'
import { Readable } from 'node:stream'
import { type Seen, Visitor } from './visitor.ts'

export type DemoTown = 'lindenfurt' | 'eulenrode'

/** Somebody without a browser in a town of the running demo. The towns' names need not be known to the machine. */
export function demoVisitor(demoUrl: string, town: DemoTown = 'lindenfurt'): Visitor {
  const origin = town === 'lindenfurt' ? demoUrl : demoUrl.replace('//localhost', `//${town}.localhost`)
  return new Visitor((request) => answerOf(demoUrl, request), origin, {})
}

/** `fetch` asks the system for the address of every name, and few systems know the towns below `localhost`. */
async function answerOf(demoUrl: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  const headers = { ...Object.fromEntries(request.headers), ...(request.method === 'GET' ? {} : { 'content-length': String(body.length) }) }
  return await new Promise((resolve, reject) => {
    const asked = ask(new URL(pathname + search, demoUrl), { method: request.method, headers }, (answer) => {
      const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      )
      const empty = answer.statusCode === 204 || answer.statusCode === 304
      resolve(new Response(empty ? null : (Readable.toWeb(answer) as ReadableStream), { status: answer.statusCode ?? 500, headers: pairs }))
    })
    asked.setTimeout(60_000, () => asked.destroy(new Error(`no answer to ${request.method} ${pathname} in a minute`)))
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Signed in by the button of the demo with this name. */
export async function signedInDemo(demoUrl: string, name: string, town?: DemoTown): Promise<Visitor> {
  const visitor = demoVisitor(demoUrl, town)
  const { body } = await visitor.get('/anmelden')
  const card = body.split('<article').find((part) => part.includes(name))
  const account = /name="account" value="([^"]+)"/.exec(card ?? '')?.[1]
  if (!account) throw new Error(`the demo offers nobody called ${name}`)
  await visitor.post('/demo/anmelden', { account })
  return visitor
}

export type DemoMail = { id: string; text: string; code: string; links: string[] }

/** The newest mail to this address with `words` in its subject, waited for: mails are written by jobs. `links` are paths. */
export async function demoMail(demoUrl: string, address: string, words = '', town?: DemoTown): Promise<DemoMail> {
  const visitor = demoVisitor(demoUrl, town)
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const list = await visitor.get(`/demo/postfach?an=${encodeURIComponent(address)}`)
    const mails = [...list.body.matchAll(/href="\/demo\/postfach\/([0-9a-f-]{36})">([^<]*)</g)]
    const id = mails.find(([, , subject]) => subject?.includes(words))?.[1]
    if (id) return mailIn(id, await visitor.get(`/demo/postfach/${id}`))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`no mail to ${address} about ${words}`)
}

function mailIn(id: string, { body }: Seen): DemoMail {
  const text = /mail-text">([\s\S]*?)<\/div>/.exec(body)?.[1] ?? ''
  return {
    id,
    text,
    code: (/^ {4}(\d{3} \d{3})$/m.exec(text)?.[1] ?? '').replace(' ', ''),
    links: [...body.matchAll(/href="https?:\/\/[^/"]+(\/[^"]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&')),
  }
}
