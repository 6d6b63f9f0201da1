import type { SetCookie } from './route.ts'

/** An answer that is not a page. */
export class Reply {
  readonly body: BodyInit | null
  readonly status: number
  readonly headers: Record<string, string>
  readonly cookies: readonly SetCookie[]

  constructor(body: BodyInit | null, status: number, headers: Record<string, string>, cookies: readonly SetCookie[] = []) {
    this.body = body
    this.status = status
    this.headers = headers
    this.cookies = cookies
  }
}

export const json = (value: unknown, status = 200): Reply =>
  new Reply(JSON.stringify(value), status, { 'content-type': 'application/json; charset=utf-8' })

export const text = (value: string, type = 'text/plain; charset=utf-8', headers: Record<string, string> = {}): Reply =>
  new Reply(value, 200, { 'content-type': type, ...headers })

/** Another page of the town (its base is added), seen with GET. */
export const redirect = (path: string, status: 302 | 303 | 301 = 303, cookies: readonly SetCookie[] = []): Reply =>
  new Reply(null, status, { location: path }, cookies)

export const stream = (body: ReadableStream, headers: Record<string, string>, status = 200): Reply => new Reply(body, status, headers)
