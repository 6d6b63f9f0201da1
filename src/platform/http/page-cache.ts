import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'

export type CachedPage = {
  plain: Buffer
  /** Made when the first caller wants them: most addresses are asked for only once. */
  gzip?: Buffer
  br?: Buffer
  etag: string
  headers: Record<string, string>
  tags: readonly string[]
  until: number
}

/**
 * Anonymous pages kept in memory until one of their tags changes. A page whose reading began before a change is not
 * kept, so an old page cannot slip in behind the change. Tags are `{town id}:{what}`.
 */
export class PageCache {
  readonly #pages: LRUCache<string, CachedPage>
  readonly #byTag = new Map<string, Set<string>>()
  readonly #changedAt = new Map<string, number>()
  readonly #making = new Map<string, { begun: number; page: Promise<CachedPage | undefined> }>()
  #tick = 0
  #flushedAt = 0
  /** Off while changes of other processes cannot be heard. */
  #on = true

  constructor(bytes = 64 * 1024 * 1024) {
    this.#pages = new LRUCache({
      maxSize: bytes,
      // The compressed forms, which come later, take about half as much again.
      sizeCalculation: (page) => Math.ceil(page.plain.length * 1.5) + 500,
      dispose: (page, key) => {
        for (const tag of page.tags) {
          const keys = this.#byTag.get(tag)
          keys?.delete(key)
          if (keys?.size === 0) this.#byTag.delete(tag)
        }
      },
    })
  }

  get(key: string, now: number): CachedPage | undefined {
    const page = this.#pages.get(key)
    if (!page || page.until > now) return page
    this.#pages.delete(key)
    return undefined
  }

  /** Call before reading what the page shows; hand the result to `put`. */
  begin(): number {
    return this.#tick
  }

  /**
   * The page that somebody else has begun to make since the last change of anything, if it can be kept: a rush on a page that is not
   * there makes it once. Otherwise `make` runs, and its page is for those who ask meanwhile.
   */
  async together<T>(
    key: string,
    make: () => Promise<{ own: T; page: CachedPage | undefined }>,
  ): Promise<{ own: T } | { page: CachedPage }> {
    const running = this.#making.get(key)
    const shared = running?.begun === this.#tick ? await running.page : undefined
    if (shared) return { page: shared }
    const { promise, resolve } = Promise.withResolvers<CachedPage | undefined>()
    const entry = { begun: this.#tick, page: promise }
    this.#making.set(key, entry)
    try {
      const { own, page } = await make()
      resolve(page)
      return page ? { page } : { own }
    } finally {
      resolve(undefined)
      if (this.#making.get(key) === entry) this.#making.delete(key)
    }
  }

  /** Keeps the page at most `seconds`, because relative times on it grow old without a change. */
  put(
    key: string,
    begun: number,
    html: string,
    headers: Record<string, string>,
    tags: readonly string[],
    now: number,
    seconds = 60,
  ): CachedPage {
    const plain = Buffer.from(html)
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const page: CachedPage = { plain, etag, headers, tags, until: now + seconds * 1000 }
    const fresh = this.#flushedAt <= begun && tags.every((tag) => (this.#changedAt.get(tag) ?? 0) <= begun)
    if (this.#on && fresh) {
      this.#pages.set(key, page)
      for (const tag of tags) {
        const keys = this.#byTag.get(tag)
        if (keys) keys.add(key)
        else this.#byTag.set(tag, new Set([key]))
      }
    }
    return page
  }

  changed(tags: readonly string[]): void {
    this.#tick += 1
    for (const tag of tags) {
      this.#changedAt.set(tag, this.#tick)
      for (const key of this.#byTag.get(tag) ?? []) this.#pages.delete(key)
    }
    if (this.#changedAt.size > 100_000) this.flush()
  }

  flush(): void {
    this.#tick += 1
    this.#flushedAt = this.#tick
    this.#changedAt.clear()
    this.#pages.clear()
  }

  switch(on: boolean): void {
    this.#on = on
    this.flush()
  }
}

/** The page's bytes as the caller wants them, kept for the next. */
export function bytesOf(page: CachedPage, encoding: 'br' | 'gzip' | undefined): Buffer {
  if (!encoding) return page.plain
  page[encoding] ??=
    encoding === 'br' ? brotliCompressSync(page.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(page.plain)
  return page[encoding]
}
