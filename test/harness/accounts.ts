import { Client } from 'pg'
import type { Seeded } from '#platform/seeded.ts'
import { evaluatedHashes, hashPassword } from '../../src/core/accounts/password/hash.ts'
import type { Program } from '../setup/program.ts'
import type { Seen, Visitor } from '../setup/visitor.ts'

export const PASSWORD = 'Leuchtturm Kieselweg 7'

/** Somebody with a password and a browser in which she signed in before. */
export async function accountOf(program: Program, email: string): Promise<{ browser: Visitor; accountId: string }> {
  const { accountId } = await program.signedIn({ email })
  await program.pool.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [await hashPassword(PASSWORD), accountId])
  const browser = program.visitor({ address: '203.0.113.77' })
  const entered = await browser.post('/anmelden', { email, password: PASSWORD })
  if (entered.status !== 303) throw new Error(`the owner does not get in: ${entered.status}`)
  return { browser, accountId }
}

const json = { accept: 'application/json' }
const said = ({ status, body }: Seen): string =>
  status === 303 ? 'in' : (/"urn:stadtplatz:problem:(\w+)"/.exec(body)?.[1] ?? String(status))

/**
 * Guesses at one account by every way in at once: its password, codes to sign in, codes for a new password. Returns how many guesses
 * were really compared with something, and what else was answered.
 */
export async function attack(
  program: Program,
  email: string,
  { guesses, addresses, chance }: { guesses: number; addresses: number; chance: Seeded },
): Promise<{ evaluated: number; answers: Map<string, number> }> {
  const answers = new Map<string, number>()
  let evaluated = 0
  let left = guesses
  const note = (answer: string) => {
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (['signInFailed', 'codeWrong', 'in'].includes(answer)) evaluated += 1
    left -= 1
  }
  const from = (): Visitor => {
    const which = chance.int(0, addresses - 1)
    return program.visitor({ address: `198.18.${which >> 8}.${which & 255}` })
  }
  const code = () => String(chance.int(0, 999_999)).padStart(6, '0')
  const password = async () => note(said(await from().post('/anmelden', { email, password: `guess ${chance.int(0, 1e9)}` }, json)))
  const codes = async (ask: string, answer: (browser: Visitor) => Promise<Seen>) => {
    const browser = from()
    const asked = await browser.post(ask, { email }, json)
    if (asked.status >= 400) return note(said(asked))
    await program.work()
    for (let again = 0; again < 6; again += 1) note(said(await answer(browser)))
  }
  const ways = [
    password,
    password,
    password,
    password,
    () => codes('/anmelden/code', (browser) => browser.post('/anmelden/code/pruefen', { code: code() }, json)),
    () =>
      codes('/passwort/vergessen', (browser) => browser.post('/passwort/neu', { code: code(), password: 'Ein neues Passwort 9' }, json)),
  ]
  const lane = async () => {
    while (left > 0) await chance.pick(ways)()
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return { evaluated, answers }
}

/** What can be seen of an answer, and what it cost: statements in the database, passwords hashed, jobs that wait. */
export type Trace = {
  status: number
  location: string | undefined
  headers: string[]
  cookies: string[]
  body: string
  cost: { statements: number; hashes: number; jobs: number }
}

/** Does what `work` does and says what somebody outside could tell from it; `word` is taken out where it stands in the answer. */
export async function traceOf(admin: Client, word: string, work: () => Promise<Seen>): Promise<Trace> {
  const jobsAfter = async (id: string) => {
    const { rows } = await admin.query<{ n: number; last: string }>(
      'SELECT count(*) FILTER (WHERE id > $1)::int AS n, coalesce(max(id), 0)::text AS last FROM graphile_worker._private_jobs',
      [id],
    )
    return rows[0]!
  }
  const [{ last }, hashes] = [await jobsAfter('0'), evaluatedHashes()]
  const counting = countStatements()
  const { status, location, headers, body } = await work().finally(counting.stop)
  return {
    status,
    location,
    headers: [...headers].flatMap(([name, value]) =>
      ['x-request-id', 'content-length', 'set-cookie'].includes(name) ? [] : [`${name}: ${value}`],
    ),
    cookies: headers.getSetCookie().map((line) => line.replace(/=[^;]*/, '')),
    body: body
      .replaceAll(word, '…')
      .replaceAll(/value="[\w-]{36,43}"/g, '')
      .replaceAll(/"reference":"[^"]+"/g, ''),
    cost: { statements: counting.count(), hashes: evaluatedHashes() - hashes, jobs: (await jobsAfter(last)).n },
  }
}

/** Counts what this process asks of databases. */
function countStatements(): { count(): number; stop(): void } {
  const { query } = Client.prototype
  let asked = 0
  Client.prototype.query = function counted(this: Client, ...args: never[]) {
    asked += 1
    return (query as (...all: never[]) => unknown).apply(this, args)
  } as typeof query
  return {
    count: () => asked,
    stop: () => {
      Client.prototype.query = query
    },
  }
}
