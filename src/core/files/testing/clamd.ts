import { createServer, type Server } from 'node:net'
import { eicar } from './documents.ts'

export type FakeClamd = {
  address: string
  /** `down`: hangs up without a verdict. */
  mood: 'well' | 'down'
  scanned: number
  stop(): Promise<void>
}

/** Speaks clamd's INSTREAM as the real one does, and knows one virus: EICAR's test file. */
export async function fakeClamd(): Promise<FakeClamd> {
  const server: Server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      if (clamd.mood === 'down') return void socket.destroy()
      received = Buffer.concat([received, data])
      const command = received.indexOf(0)
      if (command < 0 || received.toString('latin1', 0, command) !== 'zINSTREAM') return
      const content: Buffer[] = []
      for (let at = command + 1; at + 4 <= received.length; ) {
        const length = received.readUInt32BE(at)
        if (length === 0) {
          clamd.scanned += 1
          const found = Buffer.concat(content).includes(eicar)
          return void socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
        }
        content.push(received.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const clamd: FakeClamd = {
    address: `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    mood: 'well',
    scanned: 0,
    stop: () => new Promise((done) => server.close(() => done())),
  }
  return clamd
}
