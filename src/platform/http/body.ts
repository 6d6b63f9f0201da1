import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import busboy from 'busboy'
import { AppError } from '../errors.ts'
import type { Raw } from './form.ts'
import { type FileFields, fileRule } from './route.ts'

export type FilePart = { field: string; name: string; stream: Readable }
const MAX_FIELDS = 500

/**
 * Reads a form (urlencoded, multipart or a flat JSON object). Files are handed to `onFile` as they arrive and never held in memory.
 * Throws `tooLarge`, `wrongType`, `badRequest`.
 */
export async function readForm(
  request: Request,
  limit: number,
  files: FileFields | undefined,
  onFile: (part: FilePart) => Promise<void>,
  /** Files that come in as a value of the form, in Base64, within its limit. */
  inline: readonly string[] = [],
): Promise<Raw> {
  const type = request.headers.get('content-type') ?? ''
  if (/^multipart\/form-data/i.test(type)) return readMultipart(request, type, { limit, files: files ?? {}, inline }, onFile)
  if (/^application\/json\b/i.test(type)) return fromJson(await readText(request, limit))
  if (type && !/^application\/x-www-form-urlencoded\b/i.test(type)) throw new AppError('wrongType')
  const raw: Raw = new Map()
  let count = 0
  for (const [name, value] of new URLSearchParams(await readText(request, limit))) {
    count += 1
    if (count > MAX_FIELDS) throw new AppError('tooLarge')
    add(raw, name, value)
  }
  return raw
}

/** At most `limit` bytes of the body, whatever Content-Length says. */
export async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('tooLarge')
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new AppError('tooLarge')
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair; nobody types them either. Browsers send line breaks as CR LF. */
export const clean = (value: string): string => value.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n')

function add(raw: Raw, name: string, value: string): void {
  const values = raw.get(name)
  if (values) values.push(clean(value))
  else raw.set(name, [clean(value)])
}

function fromJson(text: string): Raw {
  let value: unknown
  try {
    value = JSON.parse(text || '{}')
  } catch {
    throw new AppError('badRequest', 'the body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AppError('badRequest', 'the body is not a JSON object')
  const raw: Raw = new Map()
  const put = (name: string, item: unknown): void => {
    if (item === null || item === undefined) return
    if (Array.isArray(item)) for (const each of item.slice(0, MAX_FIELDS)) put(name, each)
    else if (typeof item === 'object' && !name.includes('['))
      for (const [key, inner] of Object.entries(item).slice(0, MAX_FIELDS)) put(`${name}[${key}]`, inner)
    else if (typeof item !== 'object') add(raw, name, String(item))
    else throw new AppError('badRequest', 'the JSON object is nested too deeply')
  }
  for (const [name, item] of Object.entries(value).slice(0, MAX_FIELDS)) put(name, item)
  return raw
}

async function readMultipart(
  request: Request,
  type: string,
  { limit, files, inline }: { limit: number; files: FileFields; inline: readonly string[] },
  onFile: (part: FilePart) => Promise<void>,
): Promise<Raw> {
  const raw: Raw = new Map()
  if (!request.body) return raw
  let parser: busboy.Busboy
  try {
    parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fieldSize: limit, fields: MAX_FIELDS, files: 20, parts: MAX_FIELDS + 20, headerPairs: 50 },
    })
  } catch {
    throw new AppError('badRequest', 'the form is not multipart')
  }
  const received: Promise<void>[] = []
  let problem: AppError | undefined
  let size = 0
  parser.on('field', (name, value, info) => {
    size += value.length
    if (info.valueTruncated || info.nameTruncated || size > limit) problem ??= new AppError('tooLarge')
    else add(raw, name, value)
  })
  parser.on('file', (field, stream, info) => {
    // When the form breaks off, the parser fails the file it is in, whether or not somebody reads it already.
    stream.on('error', () => {})
    // An empty file input is sent as a file without a name.
    if (info.filename && inline.includes(field) && !problem) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limit) problem ??= new AppError('tooLarge')
        else chunks.push(chunk)
      })
      return void stream.on('end', () => add(raw, field, Buffer.concat(chunks).toString('base64')))
    }
    if (!info.filename || !fileRule(files, field) || problem) return void stream.resume()
    received.push(
      onFile({ field, name: info.filename, stream }).catch((error) => {
        stream.resume()
        problem ??= error
      }),
    )
  })
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'])
    parser.on(event, () => {
      problem ??= new AppError('tooLarge')
    })
  await new Promise<void>((resolve, reject) => {
    parser.on('close', resolve)
    parser.on('error', () => reject(new AppError('badRequest', 'the form ended too early or is damaged')))
    const body = Readable.fromWeb(request.body as NodeStream)
    body.on('error', () => reject(new AppError('badRequest', 'the upload broke off')))
    body.pipe(parser)
  })
  await Promise.all(received)
  if (problem) throw problem
  return raw
}
