import { xml } from '#platform/xml.ts'

/** What answers are made of: an element without value is null, a list has children of one name. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value | undefined }

export type Format = 'xml' | 'json'

export const contentTypes: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** Without a suffix it is XML; undefined for a suffix that nobody knows. */
export function formatOf(path: string): Format | undefined {
  const suffix = /\.(\w+)$/.exec(path)?.[1]
  return suffix === undefined || suffix === 'xml' ? 'xml' : suffix === 'json' ? 'json' : undefined
}

/** Names of the children of elements that are lists. Everything else that is a list repeats `item`. */
const children: Record<string, string> = {
  discovery: 'endpoint',
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  media_urls: 'media_url',
  notes: 'note',
  service_request_updates: 'request_update',
}

/** The same value in either format. JSON has no name for the whole (Spark convention), XML has `root`. */
export const written = (format: Format, root: string, value: Value): string =>
  format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`

function element(name: string, value: Value): string {
  if (value === null) return `<${name}/>`
  if (typeof value !== 'object') return `<${name}>${xml(String(value))}</${name}>`
  const inner = Array.isArray(value)
    ? value.map((each: Value) => element(children[name] ?? 'item', each))
    : Object.entries(value as { [field: string]: Value | undefined }).flatMap(([field, each]) =>
        each === undefined ? [] : [element(field, each)],
      )
  return inner.length === 0 ? `<${name}/>` : `<${name}>${inner.join('')}</${name}>`
}

/** W3C date and time, to the second and in UTC. */
export const dateTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z')
