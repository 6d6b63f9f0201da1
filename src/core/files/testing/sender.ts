/** A program that speaks tus, with a cookie jar. `answer` is the program that is asked. */
export class Sender {
  cookie = ''
  readonly #answer: (request: Request) => Promise<Response>
  readonly #origin: string

  constructor(answer: (request: Request) => Promise<Response>, origin = 'http://neustadt.test') {
    this.#answer = answer
    this.#origin = origin
  }

  async ask(method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit): Promise<Response> {
    const url = new URL(path, this.#origin)
    const all = { host: url.host, 'tus-resumable': '1.0.0', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers }
    const response = await this.#answer(new Request(url, { method, headers: all, ...(body === undefined ? {} : { body, duplex: 'half' }) }))
    const [set] = response.headers.getSetCookie()
    if (set) this.cookie = set.split(';')[0]!
    return response
  }

  begin(length: number, { name = 'foto.jpg', kinds = 'image' } = {}): Promise<Response> {
    const coded = (text: string) => Buffer.from(text).toString('base64')
    return this.ask('POST', '/dateien', {
      'upload-length': String(length),
      'upload-metadata': `filename ${coded(name)},kinds ${coded(kinds)}`,
    })
  }

  part(path: string, offset: number, bytes: BodyInit, more: Record<string, string> = {}): Promise<Response> {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...more }
    return this.ask('PATCH', path, headers, bytes)
  }

  async offset(path: string): Promise<number | undefined> {
    const response = await this.ask('HEAD', path)
    return response.status === 200 ? Number(response.headers.get('upload-offset')) : undefined
  }
}
