import type { JSX } from 'preact'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { AppError } from '../errors.ts'
import type { Open } from '../open-context.ts'
import type { Refusal, Result } from '../result.ts'
import type { Locale } from '../text.ts'
import type { Reply } from './reply.ts'

export type Page = JSX.Element

/** A form shown again: what was typed, what is wrong where (texts), what the verb refused. */
export type Again<I = Record<string, unknown>> = {
  input: Partial<Record<keyof I, unknown>>
  errors: Partial<Record<keyof I, string>>
  refusal?: Refusal | undefined
}

/** A form nobody has filled in yet. */
export const blank: Again<never> = { input: {}, errors: {} }

/** At most `points` in `seconds` per network (/64 for IPv6), per account or per route; kept in the database, so it holds over processes. */
export type Limit = { points: number; seconds: number; per: 'network' | 'account' | 'route' }

/**
 * Files that come with a form: per field at most `max`. They are stored before the verb runs; the input gets their ids. `answers[*]` stands for
 * every field of that group.
 */
export type FileFields = Record<string, { max: number; kinds: readonly ('image' | 'pdf')[] }>

export const fileRule = (files: FileFields | undefined, field: string): FileFields[string] | undefined => {
  const name = field.replace(/\[[\w-]+\]$/, '[*]')
  return files && Object.hasOwn(files, field) ? files[field] : files && Object.hasOwn(files, name) ? files[name] : undefined
}

type Common = {
  path: string
  /** `everyone`, `signedIn` or a permission of the modules. */
  may: string
  /** For the API document; `internal` routes are left out of it. */
  audience?: 'public' | 'staff' | 'internal'
  summary?: string
  limit?: readonly Limit[]
  /** A program may name its key in the address (`api_key`), as some standards want it. */
  keyInQuery?: boolean
  /** How a fault is told where a standard has a form of its own for that; else it is a page or a problem. */
  explain?: (fault: AppError, at: { url: URL; locale: Locale }) => Reply
}

export type ReadRoute<P extends z.ZodType, Q extends z.ZodType> = Common & {
  method: 'GET'
  params?: P
  query?: Q
  /** Tags of what an anonymous page shows; with them it is kept until one of them changes (page-cache.ts). */
  cache?: (town: string, params: z.output<P>) => readonly string[]
  show: (
    ctx: Ctx,
    /** `open` begins a transaction of its own for an answer that is read while it is sent, when that of `ctx` is over. */
    at: { params: z.output<P>; query: z.output<Q>; url: URL; headers: Headers; open: Open },
  ) => Promise<Page | Reply | Later | undefined> | Page | Reply | Later | undefined
}

/**
 * The rest of an answer that waits for somebody else (a file store, an identity provider): it is made when the transaction is over, so
 * that a neighbour who does not answer holds no connection to the database.
 */
export type Later = () => Promise<Reply | undefined>

/**
 * Where to go after success: a path, or a path with a message and cookies. Never a `Reply`: the answer is kept, and a repeat of
 * the request gets the same.
 */
export type Done =
  | string
  | {
      to: string
      flash?: { kind: 'success' | 'info' | 'warning' | 'danger'; text: string; params?: Record<string, string | number> }
      cookies?: readonly SetCookie[]
    }
export type SetCookie = { name: string; value: string; maxAge?: number; httpOnly?: boolean; sameSite?: 'Lax' | 'Strict' }

export type WriteRoute<P extends z.ZodType, F extends z.ZodType, T> = Common & {
  method: 'POST'
  params?: P
  form: F
  files?: FileFields
  /** Files that are read and not kept: they come into the form in Base64 and count to `bodyLimit`. */
  inline?: readonly string[]
  /** Bytes; 64 KiB unless said otherwise. Files that are stored have their own limit. */
  bodyLimit?: number
  /**
   * `unkeyed` where repeating is harmless by nature (sign-out) or where the answer must not be kept (sign-in): no key is asked
   * for. Only here a refusal may keep what the verb wrote.
   */
  repeat?: 'unkeyed'
  run: (
    ctx: Ctx,
    input: z.output<F> & z.output<P>,
    request: { headers: Headers; cookie: (name: string) => string | undefined },
  ) => Promise<Result<T>>
  done: (value: T, ctx: Ctx, input: z.output<F> & z.output<P>) => Done
  /** The answer to clients that ask for JSON. */
  json?: (value: T, ctx: Ctx) => unknown
  again: (
    ctx: Ctx,
    form: Again<z.output<F>>,
    at: z.output<P>,
    request: { headers: Headers },
  ) => Promise<Page | undefined> | Page | undefined
}

/**
 * A route whose body the program reads itself as a stream (uploads). Declared like the others, so every check covers it.
 * It opens its transactions itself, so that a slow line holds no connection to the database.
 */
export type StreamRoute<P extends z.ZodType> = Common & {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD'
  stream: true
  params?: P
  /** What the body holds, for the document of the interface; the route checks it itself. */
  body?: z.ZodType
  handle: (
    open: Open,
    /** `count` takes the limits per account for somebody whom only the body names. */
    at: { params: z.output<P>; request: Request; url: URL; count: (account: string) => Promise<void> },
  ) => Promise<Reply>
}

// The registry holds routes of every shape; each was checked against its own schemas where it was declared.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Route = ReadRoute<any, any> | WriteRoute<any, any, any> | StreamRoute<any>

type None = z.ZodType<Record<never, never>>

export const get = <P extends z.ZodType = None, Q extends z.ZodType = None>(
  path: string,
  r: Omit<ReadRoute<P, Q>, 'method' | 'path'>,
): Route => ({ method: 'GET', path, ...r })

export const post = <F extends z.ZodType, T, P extends z.ZodType = None>(
  path: string,
  r: Omit<WriteRoute<P, F, T>, 'method' | 'path'>,
): Route => ({ method: 'POST', path, ...r })

export const streamed = <P extends z.ZodType = None>(
  method: StreamRoute<P>['method'],
  path: string,
  r: Omit<StreamRoute<P>, 'method' | 'path' | 'stream'>,
): Route => ({
  method,
  path,
  stream: true,
  ...r,
})
