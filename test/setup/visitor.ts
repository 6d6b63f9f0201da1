export type Asker = (request: Request) => Promise<Response>

/** An answer that was read to its end. */
export type Seen = {
  status: number
  headers: Headers
  body: string
  /** Where it leads, without scheme and host. */
  location: string | undefined
}

export type Fields = Record<string, string | Blob | readonly (string | Blob)[]>

/** A browser without scripts: keeps cookies, follows nothing by itself, fills in forms. */
export class Visitor {
  readonly cookies: Map<string, string> = new Map()
  readonly #ask: Asker
  readonly #origin: string
  readonly #headers: Record<string, string>

  constructor(ask: Asker, origin: string, headers: Record<string, string>) {
    this.#ask = ask
    this.#origin = origin
    this.#headers = headers
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#send(path, { method: 'GET', headers })
  }

  /** Sends fields as they are: urlencoded, or multipart as soon as one is a file. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Seen> {
    const entries = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    if (entries.every((entry): entry is readonly [string, string] => typeof entry[1] === 'string'))
      return this.#send(path, { method: 'POST', headers, body: new URLSearchParams(entries.map(([name, value]) => [name, value])) })
    const body = new FormData()
    for (const [name, value] of entries) body.append(name, value)
    return this.#send(path, { method: 'POST', headers, body })
  }

  /** Any method, with any body. */
  send(method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit): Promise<Seen> {
    return this.#send(path, { method, headers, ...(body === undefined ? {} : { body }) })
  }

  /** Fills in the form of `page` that is sent to `action`, keeping what is in it, and sends it. */
  submit(page: Seen, action: string, fields: Fields = {}): Promise<Seen> {
    return this.post(action, { ...fieldsOf(page, action), ...fields })
  }

  /** Opens `path`, fills in its form that is sent to `action`, and sends it. */
  async fill(path: string, action: string, fields: Fields = {}): Promise<Seen> {
    return this.submit(await this.get(path), action, fields)
  }

  follow(seen: Seen): Promise<Seen> {
    if (!seen.location) throw new Error(`nothing to follow: ${seen.status} ${seen.body.slice(0, 500)}`)
    return this.get(seen.location)
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Seen> {
    const url = new URL(path, this.#origin)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: url.host, accept: 'text/html', ...this.#headers, ...(cookie ? { cookie } : {}), ...init.headers }
    const response = await this.#ask(new Request(url, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('location') ?? undefined
    const inside = location !== undefined && URL.canParse(location) && new URL(location).origin === url.origin
    return {
      status: response.status,
      headers: response.headers,
      body: await bodyOf(response),
      location: inside ? location.slice(url.origin.length) : location,
    }
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    if (/;\s*max-age=0/i.test(line) || value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** A live stream has no end: what it has said so far is of no interest here. */
async function bodyOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return await response.text()
  await response.body?.cancel()
  return ''
}

/** What the form of `page` with this action sends when nobody touches it. */
export function fieldsOf(page: Seen, action: string): Record<string, string[]> {
  const forms = formsOf(page)
  const form = forms.find((each) => each.action === action)
  if (form) return form.fields
  throw new Error(`no form for ${action} in the page (${page.status}); there are: ${forms.map((each) => each.action).join(', ')}`)
}

export type FoundForm = {
  action: string
  method: string
  fields: Record<string, string[]>
  /** Values that may be chosen: of options, radios and checkboxes. */
  choices: Record<string, string[]>
  /** Name, value and own address of each button that sends the form. */
  buttons: { name: string | undefined; value: string; action: string | undefined }[]
}

/** All forms of a page, with what each sends when nobody touches it. Our own HTML, so patterns are enough. */
export function formsOf(page: Pick<Seen, 'body'>): FoundForm[] {
  return [...page.body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    action: attributeOf(attributes, 'action') ?? '',
    method: (attributeOf(attributes, 'method') ?? 'get').toLowerCase(),
    fields: fieldsIn(inner),
    choices: choicesIn(inner),
    buttons: [...inner.matchAll(/<button\b([^>]*)>/g)]
      .map(([, button = '']) => button)
      .filter((button) => (attributeOf(button, 'type') ?? 'submit') === 'submit')
      .map((button) => ({
        name: attributeOf(button, 'name'),
        value: attributeOf(button, 'value') ?? '',
        action: attributeOf(button, 'formaction'),
      })),
  }))
}

function choicesIn(inner: string): Record<string, string[]> {
  const choices: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string | undefined): void => {
    if (name && value) choices[name] = [...(choices[name] ?? []), value]
  }
  for (const [, attributes = ''] of inner.matchAll(/<input\b([^>]*)>/g))
    if (['checkbox', 'radio'].includes(attributeOf(attributes, 'type') ?? ''))
      add(attributeOf(attributes, 'name'), attributeOf(attributes, 'value'))
  for (const [, attributes = '', options = ''] of inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    for (const [, option = ''] of options.matchAll(/<option\b([^>]*)>/g))
      if (!/\sdisabled\b/.test(option)) add(attributeOf(attributes, 'name'), attributeOf(option, 'value'))
  return choices
}

function fieldsIn(inner: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string): void => {
    if (name) fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, attributes = ''] of inner.matchAll(/<input\b([^>]*)>/g)) {
    const type = attributeOf(attributes, 'type') ?? 'text'
    if (['submit', 'button', 'file'].includes(type)) continue
    if (['checkbox', 'radio'].includes(type) && !/\schecked\b/.test(attributes)) continue
    add(attributeOf(attributes, 'name'), attributeOf(attributes, 'value') ?? '')
  }
  for (const [, attributes = '', text = ''] of inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attributeOf(attributes, 'name'), unescaped(text))
  for (const [, attributes = '', options = ''] of inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0]
    if (chosen !== undefined) add(attributeOf(attributes, 'name'), attributeOf(chosen, 'value') ?? '')
  }
  return fields
}

const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
