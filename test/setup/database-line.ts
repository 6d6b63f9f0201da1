import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/**
 * How the network between program and database is. `cut`: connections break and none is made. `silent`: they stay open and nothing
 * comes through, as when a cable is pulled. `forgotten`: those that are there stay silent for ever, new ones are good. `deaf`: what is
 * asked arrives and is done, and the answer is lost with the connection. A number: everything takes so many milliseconds longer.
 */
export type Weather = 'well' | 'cut' | 'silent' | 'forgotten' | 'deaf' | number

export type DatabaseLine = {
  /** The address of the database by way of this line. */
  url: string
  weather: Weather
  stop(): Promise<void>
}

/** A line to a database whose weather is made by the test. */
export async function databaseLine(target: string): Promise<DatabaseLine> {
  const { hostname, port } = new URL(target)
  let weather: Weather = 'well'
  const pairs = new Set<{ near: Socket; far: Socket; forgotten: boolean }>()

  const server = createServer((near) => {
    if (weather === 'cut') return void near.destroy()
    const far = connect(Number(port || 5432), hostname)
    const pair = { near, far, forgotten: false }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    const held: (() => void)[] = []
    const pass = (to: Socket, answer: boolean) => (chunk: Buffer) => {
      if (pair.forgotten) return
      if (weather === 'silent') return void held.push(() => to.write(chunk))
      if (weather === 'deaf' && answer) return end()
      if (typeof weather === 'number') return void setTimeout(() => to.write(chunk), weather)
      for (const before of held.splice(0)) before()
      to.write(chunk)
    }
    near.on('data', pass(far, false))
    far.on('data', pass(near, true))
    flushes.add(() => {
      for (const before of held.splice(0)) before()
    })
  })
  const flushes = new Set<() => void>()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(target)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.toString(),
    get weather() {
      return weather
    },
    set weather(next) {
      weather = next
      if (next === 'cut') for (const { near } of [...pairs]) near.destroy()
      if (next === 'forgotten') for (const pair of pairs) pair.forgotten = true
      if (next === 'well') for (const flush of flushes) flush()
    },
    stop: async () => {
      for (const { near } of [...pairs]) near.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
