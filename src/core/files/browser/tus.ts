/** Why an upload stopped for good, in a sentence from the server. */
export class Refused extends Error {}

export type Watching = {
  /** Bytes that are there. */
  progress: (sent: number) => void
  /** The line is gone; it goes on by itself. */
  waiting: () => void
  signal: AbortSignal
}

const VERSION = { 'Tus-Resumable': '1.0.0' }
const PART = 1024 * 1024
const SECONDS = [0.5, 1, 2, 4, 8, 15, 30]
/** Answers after which the same request may succeed: too quick, busy, restarting. */
const passing = new Set([0, 408, 409, 423, 429, 460, 500, 502, 503, 504])

const coded = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/**
 * Sends a file in parts (tus 1.0) and gives its address. Whatever breaks (network, program restarted) is asked for again, with
 * growing patience, from where it stopped. Throws `Refused` when the server says no.
 */
export async function sendFile(url: string, file: Blob, about: Record<string, string>, watching: Watching): Promise<string> {
  let address: string | undefined
  let sent = 0
  let failures = 0
  let restarts = 0
  while (true) {
    try {
      if (address === undefined) address = await begin(url, file.size, about, watching.signal)
      else if (failures > 0) sent = await offsetOf(address, watching.signal)
      watching.progress(sent)
      // Once more with nothing when all is there: it asks the server to finish.
      do sent = await sendPart(address, file.slice(sent, sent + PART), sent, watching)
      while (sent < file.size)
      return address
    } catch (error) {
      watching.signal.throwIfAborted()
      if (error instanceof Refused) throw error
      // A line that works for a while starts counting anew.
      failures = error instanceof Gone ? failures : failures + 1
      if (error instanceof Gone) {
        restarts += 1
        if (restarts > 2) throw new Refused()
        address = undefined
        sent = 0
        continue
      }
      watching.waiting()
      await patience(SECONDS[Math.min(failures, SECONDS.length) - 1]!, watching.signal)
    }
  }
}

/** The upload is not there any more: it begins anew. */
class Gone extends Error {}

async function begin(url: string, length: number, about: Record<string, string>, signal: AbortSignal): Promise<string> {
  const metadata = Object.entries(about).map(([name, value]) => `${name} ${coded(value)}`)
  const headers = { ...VERSION, 'Upload-Length': String(length), 'Upload-Metadata': metadata.join(','), Accept: 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, signal })
  if (!response.ok) throw reasonOf(response.status, await response.text())
  // The town may lie below a path, which is part of the address we were asked to use.
  const id = response.headers.get('location')?.split('/').at(-1)
  if (!id) throw new Error('no address')
  return `${url}/${id}`
}

async function offsetOf(address: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(address, { method: 'HEAD', headers: VERSION, signal, cache: 'no-store' })
  if (response.status === 404) throw new Gone()
  const offset = response.headers.get('upload-offset')
  if (!response.ok || offset === null) throw new Error(`answer ${response.status}`)
  return Number(offset)
}

/** With XMLHttpRequest, because fetch does not tell how much has been sent. */
function sendPart(address: string, part: Blob, from: number, { progress, signal }: Watching): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort)
    request.open('PATCH', address)
    request.timeout = 120_000
    for (const [name, value] of Object.entries(VERSION)) request.setRequestHeader(name, value)
    request.setRequestHeader('Upload-Offset', String(from))
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded }) => progress(from + Math.min(loaded, part.size))
    request.onloadend = () => {
      signal.removeEventListener('abort', abort)
      if (request.status === 204) return resolve(Number(request.getResponseHeader('upload-offset')))
      reject(reasonOf(request.status, request.responseText))
    }
    request.send(part)
  })
}

function reasonOf(status: number, body: string): Error {
  const { title, type } = problemIn(body)
  if (status === 404) return new Gone()
  if (passing.has(status) && !type?.endsWith(':uploadQuota')) return new Error(`answer ${status}`)
  return new Refused(title)
}

function problemIn(body: string): { title?: string; type?: string } {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null) return {}
    const text = (name: string) => {
      const found: unknown = Reflect.get(value, name)
      return typeof found === 'string' ? found : undefined
    }
    const [title, type] = [text('title'), text('type')]
    return { ...(title ? { title } : {}), ...(type ? { type } : {}) }
  } catch {
    return {}
  }
}

/** Waits, but no longer than until the network is back. */
function patience(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(done, seconds * 1000)
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
