import type { z } from 'zod'
import type { Ctx } from './context.ts'
import type { Route } from './http/route.ts'
import type { DataSource } from './open-data/data-set.ts'
import type { Texts } from './text.ts'

/** A background task. `run` gets a context of the town in the payload, acting as the system. */
export type Job = { name: string; payload: z.ZodType; run: (ctx: Ctx, payload: never) => Promise<void>; maxAttempts?: number }

/** A task of every town at times in crontab form (UTC): `0 3 * * *`. */
export type Schedule = { name: string; cron: string; run: (ctx: Ctx) => Promise<void> }

/** What a listener receives: the event as it was recorded. */
export type Happened = {
  id: string
  kind: string
  audience: 'public' | 'parties' | 'internal'
  at: Date
  actor: { kind: string; personId: string | null; role: string }
  data: Record<string, unknown>
  about: readonly { type: string; id: string }[]
}

/** Reacts to events after their transaction, once for each event, repeated until it succeeds. `name` is unique. */
export type Listener = {
  name: string
  kinds: readonly string[]
  /** False where the event itself says that there is nothing to do; it saves the queue a job. */
  concerns?: (event: Omit<Happened, 'about'>) => boolean
  react: (ctx: Ctx, event: Happened) => Promise<void>
}

/** An entry of the main navigation (`main`), of the staff's desk (`desk`) or of administration (`admin`). */
export type NavEntry = { area: 'main' | 'desk' | 'admin' | 'mine'; path: string; text: string; may: string; order: number }

/** A thing found: `text` is plain text, `kind` a text key. */
export type SearchHit = { path: string; title: string; text: string; kind: string; at?: Date | undefined; score: number }
export type Searcher = { kind: string; may: string; find: (ctx: Ctx, words: string, limit: number) => Promise<SearchHit[]> }

/** What open pages may listen to: `case:{id}` has the kind `case`, `desk` has no id (then it is ''). */
export type LiveTopic = {
  kind: string
  allowed: (ctx: Ctx, id: string) => Promise<boolean>
  /** Tags of the changes it tells of (live/changes.ts). Unless said otherwise the topic itself. */
  tags?: (ctx: Ctx, id: string) => readonly string[]
  /** Whether it changed after `since`, where that cannot be seen from the events about its tags. */
  changedSince?: (ctx: Ctx, id: string, since: string) => Promise<boolean>
  /** A change is only told as an event of this kind's name; the page is not shown anew. */
  quiet?: boolean
}

export type EmailChoice = 'off' | 'now' | 'daily'

/** A kind of notification that people can switch. `text` is the key of its name, `${text}.hint` says when it comes. */
export type NotificationKind = {
  kind: string
  text: string
  inApp: boolean
  email: EmailChoice
  /** Only those with this permission get it, and are asked about it. */
  may?: string
  /** On the site it is always told; only the mails can be chosen. */
  always?: boolean
}

/** One role of town: its permissions come from all modules. */
export type Permissions = Record<string, readonly string[]>

/** What a key for programs may open. `text` is the key of its name, `${text}.hint` says more. A scope is asked for like a permission. */
export type Scope = {
  scope: string
  text: string
  /** Only together with a department, for whose work it counts. */
  forUnit?: boolean
}

/** What a module brings. Everything is optional but its name and texts. */
export type Module = {
  name: string
  texts: Texts
  routes?: readonly Route[]
  /** Permission → roles that have it. */
  permissions?: Permissions
  scopes?: readonly Scope[]
  listeners?: readonly Listener[]
  jobs?: readonly Job[]
  schedules?: readonly Schedule[]
  nav?: readonly NavEntry[]
  searchers?: readonly Searcher[]
  topics?: readonly LiveTopic[]
  notificationKinds?: readonly NotificationKind[]
  /** What it gives away as open data. */
  dataSets?: readonly DataSource[]
}

/** A job as modules write it, with its payload typed by the schema. */
export const defineJob = <S extends z.ZodType>(job: {
  name: string
  payload: S
  run: (ctx: Ctx, payload: z.output<S>) => Promise<void>
  maxAttempts?: number
}): Job => job
