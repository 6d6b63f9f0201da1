import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import pg from 'pg'

/** A statement as a room of statements (`*.sql.ts`) sent it, with up to three of the values it was sent with. */
export type Statement = { text: string; site: string; samples: { town: string; values: unknown[] }[]; times: number; slowestMs: number }

/** What one piece of work has sent. `dry`: whatever it writes is undone. */
export type Piece = { statements: number; dry: boolean; begun: number }

const SAMPLES = 3
/** A run that never commits may take the same page of rows for ever. */
const MOST_TRANSACTIONS = 200

/**
 * From now on keeps every statement that this process sends, by the place that sent it. Each request and each `inPiece` counts its
 * own; what neither of them sent (jobs of the worker) is kept, too.
 */
export function recordStatements(): {
  statements: Map<string, Statement>
  /** Functions of rooms that have sent something, themselves or through another one: `core/places/near.sql.ts nearestHouse`. */
  reached: Set<string>
  lastRequest: () => Piece | undefined
  inPiece: <T>(dry: boolean, work: () => Promise<T>) => Promise<{ piece: Piece; result: T }>
} {
  const pieces = new AsyncLocalStorage<Piece>()
  const statements = new Map<string, Statement>()
  const reached = new Set<string>()
  const towns = new WeakMap<object, string>()
  let last: Piece | undefined
  Error.stackTraceLimit = 60

  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, name: string | symbol, ...rest: unknown[]) {
    if (name !== 'request') return emit.apply(this, [name, ...rest] as never)
    last = { statements: 0, dry: false, begun: 0 }
    return pieces.run(last, () => emit.apply(this, [name, ...rest] as never))
  } as typeof emit

  const proto = pg.Client.prototype as unknown as { query: (...parts: unknown[]) => unknown }
  const query = proto.query
  proto.query = function (this: object, ...parts: unknown[]) {
    const [asked, ...more] = parts
    const text = typeof asked === 'string' ? asked : ((asked as { text?: string } | undefined)?.text ?? '')
    const piece = pieces.getStore()
    const town = /SET LOCAL app\.tenant_id = '([0-9a-f-]+)'/.exec(text)?.[1]
    if (town) towns.set(this, town)
    if (piece) piece.statements += 1
    if (piece?.dry && text.startsWith('BEGIN') && ++piece.begun > MOST_TRANSACTIONS) throw new Error('a dry run without end')
    if (piece?.dry && text === 'COMMIT') return undone(query.call(this, 'ROLLBACK', ...more))
    const sites = sitesOf(new Error().stack ?? '')
    for (const site of sites) reached.add(site)
    const statement = sites[0] && note(statements, { text, site: sites[0] }, { town: towns.get(this) ?? '', values: valuesOf(asked, more) })
    const sent = query.call(this, ...parts)
    if (statement) timed(statement, sent)
    return sent
  }
  return {
    statements,
    reached,
    lastRequest: () => last,
    inPiece: async (dry, work) => {
      const piece: Piece = { statements: 0, dry, begun: 0 }
      return { piece, result: await pieces.run(piece, work) }
    },
  }
}

/** The program sees a commit. */
const undone = async (rolledBack: unknown) => ({ ...((await rolledBack) as object), command: 'COMMIT' })

const valuesOf = (asked: unknown, more: readonly unknown[]): unknown[] =>
  (typeof asked === 'string' ? more.find(Array.isArray) : (asked as { values?: unknown[] }).values) ?? []

function note(
  statements: Map<string, Statement>,
  { text, site }: Pick<Statement, 'text' | 'site'>,
  sample: Statement['samples'][number],
): Statement {
  const key = `${site} ${shape(text)}`
  const known = statements.get(key) ?? { text, site, samples: [], times: 0, slowestMs: 0 }
  statements.set(key, known)
  known.times += 1
  // Another length of a list is another text, whose values do not fit this one.
  if (known.samples.length < SAMPLES && known.text === text) known.samples.push(sample)
  return known
}

/** With what the way there and back costs, and the time this process was busy with something else. */
function timed(statement: Statement, sent: unknown): void {
  const begin = performance.now()
  const end = () => {
    statement.slowestMs = Math.max(statement.slowestMs, performance.now() - begin)
  }
  if (sent instanceof Promise) sent.then(end, end)
}

/** The same for lists of any length. */
const shape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\(\$\d+(?:, \$\d+)*\)(?:, \(\$\d+(?:, \$\d+)*\))*/g, '($…)')
    .replace(/\$\d+/g, '$')

/** The functions of rooms of statements that a stack comes through, the innermost first. */
const sitesOf = (stack: string): string[] =>
  [...stack.matchAll(/at (?:async )?(?:Object\.)?([\w$.]+) \((?:file:\/\/)?[^\s()]*\/src\/([^\s():?]+\.sql\.ts)/g)].map(
    ([, name = '', room = '']) => `${room} ${name}`,
  )
