import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Seeded } from '#platform/seeded.ts'
import type { DatabaseLine } from '../setup/database-line.ts'
import type { MailServer } from '../setup/mail-server.ts'
import { gone } from '../setup/processes.ts'
import { type Asker, Visitor } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'

const SENDERS = 6
/** Much more than one letter takes; where nothing moves for so long it never comes, and that is told. */
const PATIENCE_MS = 300_000
/** Mails that a worker may have on their way when it is killed (platform/jobs/worker.ts). */
const AT_ONCE = 4

export type Effects = {
  wrong: string[]
  committed: number
  undone: number
  kills: number
  twice: number
  lag: { median: number; p99: number }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/**
 * People send reports, each of which is answered by a mail, while the line of the program to the database breaks now and then and the
 * worker is killed again and again. At the end each report that is there has its one mail, and nobody has one for a report that is not.
 * `startWorker` starts a worker as a process of its own, which sends to `mails`; of several one at a time is killed.
 */
export async function sendThroughKills(
  town: BusyTown,
  {
    events,
    perSecond,
    kills,
    chance,
    ask,
    line,
    mails,
    workers: count,
    startWorker,
  }: {
    events: number
    /** So many reports a second; without it as fast as they can be sent, and letters wait in the queue. */
    perSecond: number | undefined
    kills: number
    chance: Seeded
    ask: Asker
    line: DatabaseLine
    mails: MailServer
    workers: number
    startWorker: () => ChildProcess
  },
): Promise<Effects> {
  const { program } = town
  const client = new Client({ connectionString: program.adminUrl })
  await client.connect()
  let [left, undone, ending] = [events, 0, false]
  let turn = 0
  const begun = Date.now()
  const until = async (what: string, reached: () => Promise<boolean>) => {
    let [moved, waiting] = [Date.now(), -1]
    for (; !(await reached()); await pause(200)) {
      const now = await queued(client)
      if (now !== waiting) [moved, waiting] = [Date.now(), now]
      else if (Date.now() > moved + PATIENCE_MS) throw new Error(`still not: ${what}; there wait ${await whatWaits(client)}`)
    }
  }

  async function send(): Promise<void> {
    while (left > 0) {
      left -= 1
      if (perSecond) await pause(begun + (turn++ * 1_000) / perSecond - Date.now())
      const email = `an-${randomUUID()}@example.org`
      const visitor = new Visitor(ask, program.town.origin, {})
      const report = { category: 'pothole', text: 'Loch mit Antwort', lat: '49.05', lon: '11.05', email }
      // Nobody repeats what was broken off: it is there or not, and so is its mail.
      const { status } = await visitor.post('/meldungen', report, { accept: 'application/json' })
      if (status === 201) continue
      undone += 1
      left += 1
      await pause(50)
    }
  }
  async function breakLine(): Promise<void> {
    while (!ending) {
      await pause(chance.int(700, 2_500))
      line.weather = chance.pick(['cut', 'deaf'])
      await pause(chance.int(5, 40))
      line.weather = 'well'
    }
  }
  const sent = async () => Number((await client.query("SELECT count(*) AS n FROM core.mail WHERE state = 'sent'")).rows[0].n)

  const workers = Array.from({ length: count }, startWorker)
  const breaking = breakLine()
  const sending = Promise.all(Array.from({ length: SENDERS }, send))
  for (let kill = 0; kill < kills; kill += 1) {
    // Spread over the whole of it, and in the middle of work: after some mails more, and a moment of chance.
    if (perSecond) await pause(begun + (kill / kills) * (events / perSecond) * 1_000 - Date.now())
    const [before, waiting] = [await sent(), chance.int(1, 12)]
    await until('a mail is sent', async () => (await sent()) >= before + waiting || (left <= 0 && (await queued(client)) === 0))
    await pause(chance.int(0, 30))
    const nth = kill % count
    workers[nth]!.kill('SIGKILL')
    await gone(workers[nth]!)
    workers[nth] = startWorker()
  }
  await sending
  ending = true
  await breaking
  await until('all mails are sent', async () => (await queued(client)) === 0)
  for (const worker of workers) worker.kill('SIGTERM')
  await Promise.all(workers.map(gone))
  const found = await compared(client, mails)
  await client.end()
  const allowed = kills * AT_ONCE
  if (found.twice > allowed) found.wrong.push(`${found.twice} letters came twice, ${allowed} can have been on their way`)
  return { ...found, undone, kills }
}

const queued = async (client: Client): Promise<number> =>
  Number(
    (
      await client.query<{ n: string }>(
        `SELECT (SELECT count(*) FROM core.mail WHERE state = 'waiting')
              + (SELECT count(*) FROM graphile_worker.jobs WHERE attempts < max_attempts AND task_identifier NOT LIKE 'schedule %') AS n`,
      )
    ).rows[0]!.n,
  )

/** Letters and jobs that wait, in numbers. */
async function whatWaits(client: Client): Promise<string> {
  const { rows } = await client.query<{ what: string }>(
    `SELECT count(*) || ' letters' AS what FROM core.mail WHERE state = 'waiting'
     UNION ALL
     SELECT count(*) || ' × ' || task_identifier || ', tried ' || max(attempts) || ' times, ' || count(locked_at) || ' held, next at ' || min(run_at)
     FROM graphile_worker.jobs WHERE attempts < max_attempts AND task_identifier NOT LIKE 'schedule %' GROUP BY task_identifier`,
  )
  return rows.map(({ what }) => what).join('; ')
}

async function compared(client: Client, { arrived }: MailServer) {
  const wrong: string[] = []
  const reporters = await client.query<{ email: string }>("SELECT email FROM services.case_party WHERE email LIKE 'an-%'")
  const written = await client.query<{ to: string; kind: string; id: string; at: Date }>(
    `SELECT to_address AS to, kind, message_id AS id, created_at AS at FROM core.mail WHERE to_address LIKE 'an-%'`,
  )
  const byId = Map.groupBy(arrived, ({ messageId }) => messageId)
  const ids = new Map(written.rows.map((mail) => [mail.id, mail]))
  for (const { email } of reporters.rows) {
    const own = written.rows.filter(({ to }) => to === email)
    if (own.length !== 1) wrong.push(`${email} has ${own.length} letters: ${own.map(({ kind }) => kind).join(', ')}`)
  }
  for (const { id, to } of written.rows) if (!byId.has(id)) wrong.push(`the letter to ${to} was never accepted`)
  for (const { messageId, to } of arrived) if (!ids.has(messageId)) wrong.push(`a letter to ${to} that nobody wrote`)
  const known = new Set(reporters.rows.map(({ email }) => email))
  for (const { to } of written.rows) if (!known.has(to)) wrong.push(`a letter to ${to}, whose report is not there`)
  const lags = [...byId.values()].map(([first]) => first!.at - (ids.get(first!.messageId)?.at.getTime() ?? first!.at)).sort((a, b) => a - b)
  return {
    wrong,
    committed: reporters.rows.length,
    twice: arrived.length - byId.size,
    lag: { median: lags[Math.floor(lags.length / 2)] ?? 0, p99: lags[Math.floor(lags.length * 0.99)] ?? 0 },
  }
}
