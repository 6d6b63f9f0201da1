import { connect } from 'node:net'
import type { Readable } from 'node:stream'

export type Verdict = 'clean' | 'infected'
/** Throws when no verdict could be had: the file then stays unreadable. */
export type Scanner = (bytes: Readable) => Promise<Verdict>

const SECONDS_OF_SILENCE = 30

/**
 * A virus scanner that speaks clamd's protocol (INSTREAM: chunks with a 4-byte big-endian length, ended by a zero length).
 * `address` is a socket path or host:port. Source: man clamd(8), "COMMANDS".
 */
export const clamdScanner =
  (address: string): Scanner =>
  async (bytes) => {
    const answer = await ask(address, bytes)
    if (/^stream: OK$/.test(answer)) return 'clean'
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
    throw new Error(`the virus scanner gave no verdict: ${answer.slice(0, 200)}`)
  }

function ask(address: string, bytes: Readable): Promise<string> {
  const place = address.startsWith('/') ? { path: address } : hostAndPort(address)
  return new Promise((resolve, reject) => {
    const socket = connect(place)
    let answer = ''
    // A scanner that found something may hang up while we still send: its answer counts, not the broken line.
    const end = (error: Error): void => {
      bytes.destroy()
      socket.destroy()
      const length = answer.indexOf('\0')
      if (length >= 0) resolve(answer.slice(0, length).trim())
      else reject(error)
    }
    socket.setTimeout(SECONDS_OF_SILENCE * 1000, () => end(new Error('the virus scanner is silent')))
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      answer += text
      if (answer.length > 10_000) end(new Error('the virus scanner says too much'))
    })
    socket.on('error', end)
    bytes.on('error', end)
    socket.on('close', () => end(new Error('the virus scanner hung up')))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      send(socket, bytes).catch(end)
    })
  })
}

async function send(socket: ReturnType<typeof connect>, bytes: Readable): Promise<void> {
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await drained(socket)
    if (socket.destroyed || socket.readableEnded) return
  }
  socket.write(Buffer.alloc(4))
}

const drained = (socket: ReturnType<typeof connect>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('drain', done)
    socket.on('close', done)
  })

function hostAndPort(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':')
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) }
}
