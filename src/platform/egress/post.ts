import { lookup as resolve } from 'node:dns'
import { request as plain } from 'node:http'
import { type RequestOptions, request as secure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressTrouble, hostOf, isOpenAddress, isOpened } from './address.rules.ts'

let opened: readonly string[] = []

/** Called once by the composition: beginnings of addresses that may be reached although they are private or without TLS. */
export function openAddresses(beginnings: readonly string[]): void {
  opened = beginnings
}

export const openedAddresses = (): readonly string[] => opened

export type Answered = {
  /** Undefined where there was no answer. */
  status: number | undefined
  /** Why there was none, or why it counts as none. */
  trouble: 'forbiddenAddress' | 'unknownName' | 'refused' | 'timeout' | 'tls' | 'network' | undefined
  durationMs: number
  /** First characters of the answer. */
  answer: string
}

export type Posting = {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** Bytes of the answer that are read; the rest is not waited for. */
  answerBytes: number
  /** The program's own address, known by the caller. */
  own?: boolean
}

/**
 * Sends a body to an address that people of a town named. Only hosts of the open internet are reached: the very addresses that a
 * name stands for at this moment are checked and used, so neither a name nor its change leads inside. No redirect is followed, no
 * connection is used twice. Never throws for what the other side does.
 */
export async function postOutside({ url: text, headers, body, timeoutMs, answerBytes, own = false }: Posting): Promise<Answered> {
  const begun = performance.now()
  const ended = (rest: Partial<Answered>): Answered => ({
    status: undefined,
    trouble: undefined,
    answer: '',
    durationMs: Math.round(performance.now() - begun),
    ...rest,
  })
  if (!own && addressTrouble(text, opened)) return ended({ trouble: 'forbiddenAddress' })
  const url = new URL(text)
  const free = own || isOpened(url, opened)
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'accept-encoding': 'identity', connection: 'close' },
    signal: AbortSignal.timeout(timeoutMs),
    ...(free || isIP(hostOf(url)) ? {} : { lookup: onlyOpen }),
  }
  try {
    return ended(await exchange(url, options, body, answerBytes))
  } catch (error) {
    return ended({ trouble: troubleOf(error) })
  }
}

/** Hands out a name's addresses only if every one of them is open. */
export const onlyOpen: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const inside = addresses.length === 0 || addresses.some(({ address }) => !isOpenAddress(address))
    if (inside) return done(Object.assign(new Error('an address inside'), { code: 'FORBIDDEN_ADDRESS' }), '')
    if (options.all) return done(null, addresses)
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

const exchange = (url: URL, options: RequestOptions, body: string, answerBytes: number) =>
  new Promise<{ status: number; answer: string }>((done, fail) => {
    const request = (url.protocol === 'https:' ? secure : plain)(url, options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      const finish = () => {
        done({ status: response.statusCode ?? 0, answer: readable(Buffer.concat(parts).subarray(0, answerBytes)) })
        request.destroy()
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size >= answerBytes) finish()
      })
      response.on('end', finish)
      response.on('error', fail)
    })
    // Nobody asked for another protocol, so that is an answer like any other; without this the line would end in silence.
    request.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy()
      done({ status: statusCode, answer: '' })
    })
    request.on('error', fail)
    request.end(body)
  })

/** Text without what a page or a table cannot hold. */
const readable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/g, '')
    .slice(0, 1024)

function troubleOf(error: unknown): Answered['trouble'] {
  const { code = '', name = '' } = error as NodeJS.ErrnoException
  if (code === 'FORBIDDEN_ADDRESS') return 'forbiddenAddress'
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout'
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'unknownName'
  if (code === 'ECONNREFUSED') return 'refused'
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|UNABLE_|SELF_SIGNED|EPROTO)/.test(code) ? 'tls' : 'network'
}
