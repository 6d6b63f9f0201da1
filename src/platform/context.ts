import type { Db } from './db/single-connection.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing.ts'
import type { Locale } from './text.ts'

export type { Db }

/** A town as every request needs it. `base` is '' where the town has its own host name, else `/t/{slug}`. */
export type Town = {
  id: string
  slug: string
  name: string
  /** Two letters of ISO 3166-2:DE, e.g. `BY`; public holidays depend on it. */
  land: string
  locales: readonly Locale[]
  timeZone: string
  colour: string | undefined
  coatOfArmsUrl: string | undefined
  /** West, south, east, north in degrees (WGS84). */
  bounds: readonly [number, number, number, number] | undefined
  demo: boolean
  base: string
  /** Scheme and host of the town's pages, without path: `https://neustadt.example`. */
  origin: string
}

/** Where no town is meant: pages about addresses that lead nowhere, commands about towns. Nothing in the database belongs to it. */
export const noTown: Town = {
  id: '00000000-0000-0000-0000-000000000000',
  slug: '',
  name: 'Stadtplatz',
  land: 'BE',
  locales: ['de', 'en'],
  timeZone: 'Europe/Berlin',
  colour: undefined,
  coatOfArmsUrl: undefined,
  bounds: undefined,
  demo: false,
  base: '',
  origin: '',
}

export type Trust = 'none' | 'basic' | 'substantial' | 'high'

/** Who acts. Everyone has `everyone`; persons with a session also `signedIn`, programs with a key the scopes of that key. */
export type Actor = {
  kind: 'anonymous' | 'person' | 'program' | 'system'
  permissions: ReadonlySet<string>
  trust: Trust
  accountId?: string
  sessionId?: string
  personId?: string
  /** The API key of a program. */
  apiKeyId?: string
  name?: string
  /** Departments and teams whose work the person may do. */
  unitIds: readonly string[]
  /** Whether there is an organisation that the person may act for. */
  mayActForOthers?: boolean
  /** Set while the person acts for a business, club or department. */
  organisation?: { id: string; name: string }
}

/** What every verb and query receives: the only way to the database, so there is no query without a town. */
export type Ctx = {
  town: Town
  actor: Actor
  db: Db
  /** True inside a GET: the transaction is read only. */
  readOnly: boolean
  now(): Date
  locale: Locale
  requestId: string
  /** Network of the caller, shortened to /64 for IPv6; undefined for jobs. Never stored with what people say. */
  network: string | undefined
  log: Log
  /** Runs, and is waited for, when the transaction has been committed; never when it was rolled back. */
  afterCommit(run: () => void | Promise<void>): void
  /** A write whose answer nobody needs: it has left, in order with the others; the commit waits for it, and fails with it. */
  soon(sent: Promise<unknown>): void
  /** Jobs and word of changes, sent off with the commit; see `enqueue` and `announce`. */
  outgoing: Outgoing
  /** A write transaction of its own in the same town for the same actor: for what must be kept although the rest only reads. */
  separately<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
}

export const anonymous: Actor = { kind: 'anonymous', permissions: new Set(['everyone']), trust: 'none', unitIds: [] }

/** Jobs and commands act as the system; a verb that asks for a permission lets them pass. */
export const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system']), trust: 'none', unitIds: [] }

export const may = (ctx: Pick<Ctx, 'actor'>, permission: string): boolean =>
  ctx.actor.kind === 'system' || ctx.actor.permissions.has(permission)
