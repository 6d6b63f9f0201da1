import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { root } from '../root.ts'
import { shutIn } from './answer.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pbf': 'application/x-protobuf',
  '.pmtiles': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

export const clientFolder: string = join(root, 'dist', 'client')

/** Files of the browser build and of `public/`. Names with a hash never change, others are asked for again after an hour. */
export function staticFile(path: string, request: Request): Response | undefined {
  const decoded = decodedPath(path)
  if (decoded === undefined) return undefined
  const relative = normalize(decoded).replace(/^([/\\]|\.\.)+/, '')
  const file = [join(clientFolder, relative), join(root, 'public', relative)].find((name) => existsSync(name) && statSync(name).isFile())
  if (!file) return undefined
  const { size, mtimeMs } = statSync(file)
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`
  const hashed = /-[\w-]{8,}\.\w+$/.test(file) && file.startsWith(clientFolder)
  const headers: Record<string, string> = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    etag,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  }
  if (extname(file) === '.svg') headers['content-security-policy'] = shutIn
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '')
  if (range) return partOf(file, size, Number(range[1]), range[2] ? Number(range[2]) : size - 1, headers)
  const precompressed = request.headers.get('accept-encoding')?.includes('br') && existsSync(`${file}.br`)
  const served = precompressed ? `${file}.br` : file
  if (precompressed) Object.assign(headers, { 'content-encoding': 'br', vary: 'Accept-Encoding' })
  if (request.method === 'HEAD') return new Response(null, { headers })
  const length = statSync(served).size
  headers['content-length'] = String(length)
  if (length < 256 * 1024) return new Response(new Uint8Array(readFileSync(served)), { headers })
  return new Response(Readable.toWeb(createReadStream(served)) as ReadableStream, { headers })
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function partOf(file: string, size: number, start: number, wanted: number, headers: Record<string, string>): Response {
  const end = Math.min(wanted, size - 1)
  if (start > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const body = Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream
  return new Response(body, {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': String(end - start + 1) },
  })
}
