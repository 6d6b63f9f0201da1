import { REQUEST_MS } from './entry.rules.ts'

/** Says that it is worth trying again. */
export class Later extends Error {
  readonly reached: boolean
  readonly afterMs: number | undefined
  constructor(reached: boolean, afterMs?: number) {
    super('later')
    this.reached = reached
    this.afterMs = afterMs
  }
}

/** The server said no, in a sentence. `code` is the word for programs. */
export class Refused extends Error {
  readonly code: string
  constructor(words: string, code: string) {
    super(words)
    this.code = code
  }
}

export class SignInFirst extends Error {}

export type Fetch = (address: string, init?: RequestInit) => Promise<Response>

/** Asks; a line that breaks or says nothing for too long is `Later`. Nothing that we ask for lies elsewhere, so no redirect is followed. */
export async function ask(fetching: Fetch, address: string, init: RequestInit): Promise<Response> {
  const usual: RequestInit = { cache: 'no-store', credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout(REQUEST_MS) }
  try {
    return await fetching(address, { ...usual, ...init })
  } catch {
    throw new Later(false)
  }
}

/** Answers after which the same request may succeed: too early, too many, busy, restarting. */
const passing = new Set([408, 409, 423, 425, 429, 460])

const PROBLEM = 'urn:stadtplatz:problem:'

/**
 * Throws what an answer means that is not the one `success`. What is neither that nor a problem of ours was said by somebody on the way
 * (a Wi-Fi's sign-in page, a proxy, a page for maintenance): nothing has arrived, and nothing is refused.
 */
export async function throwUnless(success: number, response: Response): Promise<void> {
  if (response.status === success) return
  const { code, words } = await problemIn(response)
  if (code === undefined) throw new Later(true, waitOf(response))
  if (response.status === 401) throw new SignInFirst()
  if (response.status >= 500 || (passing.has(response.status) && code !== 'uploadQuota')) throw new Later(true, waitOf(response))
  throw new Refused(words, code)
}

function waitOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? '')
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined
}

/** application/problem+json (RFC 9457): `urn:stadtplatz:problem:{code}`, its sentences, and those about single fields. No code: not ours. */
async function problemIn(response: Response): Promise<{ code: string | undefined; words: string }> {
  const said: unknown = await response.json().catch(() => undefined)
  if (typeof said !== 'object' || said === null) return { code: undefined, words: '' }
  const text = (name: string): string => {
    const value: unknown = Reflect.get(said, name)
    return typeof value === 'string' ? value : ''
  }
  const errors: unknown = Reflect.get(said, 'errors')
  const single = typeof errors === 'object' && errors !== null ? Object.values(errors).filter((each) => typeof each === 'string') : []
  const type = text('type')
  return {
    code: type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : undefined,
    words: text('detail') || single.join(' ') || text('title'),
  }
}
