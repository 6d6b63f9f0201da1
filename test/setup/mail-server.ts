import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Arrived = { messageId: string; to: string; at: number }

export type MailServer = {
  url: string
  /** Everything that was accepted, in its order; the same letter twice if it came twice. */
  arrived: Arrived[]
  stop(): Promise<void>
  /** Listens again at the same address. */
  start(): Promise<void>
}

/**
 * A mail server that really talks SMTP. It takes `takesMs` before it wants to have a letter, and as long again until it says that it has
 * accepted it.
 */
export async function mailServer({ takesMs = 0 } = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  let port = 0
  let server: SMTPServer | undefined
  const start = async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_, __, done) => void pause(takesMs).then(() => done()),
      onData: (stream, { envelope }, done) =>
        void simpleParser(stream).then(async ({ messageId = '' }) => {
          arrived.push({ messageId, to: envelope.rcptTo[0]?.address ?? '', at: Date.now() })
          await pause(takesMs)
          done()
        }, done),
    })
    // Who is killed hangs up in the middle.
    server.on('error', () => {})
    await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve))
    port = (server.server.address() as { port: number }).port
  }
  await start()
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    start,
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
  }
}
