import type { Readable } from 'node:stream'
import type { Actor, Ctx, Town } from '../context.ts'
import type { Lane } from '../lane.ts'
import type { Module } from '../module.ts'
import type { Ground, Open } from '../open-context.ts'
import type { Result } from '../result.ts'
import type { Frame } from '../view.ts'
import type { Limits } from './limits.ts'
import type { PageCache } from './page-cache.ts'
import type { FileFields, Page } from './route.ts'

export type Asking = {
  /** The session cookie's token. */
  session: string | undefined
  /** `Authorization: Bearer …` of programs. */
  bearer: string | undefined
}

/** What the composition (app.ts) gives to HTTP, so that the platform knows no module. */
export type House = Ground & {
  modules: readonly Module[]
  cache: PageCache
  limits: Limits
  /** Writing requests go through here, so that a rush of them leaves connections for those who read. */
  writing: Lane
  /** Undefined: taken from the request. */
  publicUrl: string | undefined
  trustProxy: number
  demo: boolean
  metricsToken: string | undefined
  /** The town of a host name, or of a slug in `/t/{slug}`. */
  townOf(where: { host: string } | { slug: string }): Promise<Town | undefined>
  actorOf(ctx: Ctx, asking: Asking): Promise<Actor>
  /** What the shell around a page shows for this actor. */
  frameOf(ctx: Ctx, path: string): Promise<Pick<Frame, 'nav' | 'side' | 'unread' | 'person'>>
  /** Stores one uploaded file as a stream and returns its id; opens transactions only before and after the bytes. */
  receiveFile(open: Open, file: { stream: Readable; name: string; kinds: FileFields[string]['kinds'] }): Promise<Result<string>>
  errorPage(problem: { status: number; reference: string }): Page
  assets: { css: string[]; js: string[] }
  /** Sources beside 'self' that pages may load map tiles from. */
  mapSources: readonly string[]
  /** True when database and migrations are there. */
  ready(): Promise<boolean>
}
