import type { Readable } from 'node:stream'

/** Where bytes lie. Keys are paths of safe words (`town/ab/id/name`); the first word is the town. */
export type Store = {
  /** Puts the whole of a local file (or bytes) under `key`; visible only when complete. */
  put(key: string, source: { path: string } | { bytes: Uint8Array }): Promise<void>
  /** Undefined when there is nothing under `key`. Who opens must read to the end or destroy the stream. */
  open(key: string): Promise<{ stream: Readable; size: number } | undefined>
  /** Removes everything below `folder`. Nothing there is no error. */
  removeFolder(folder: string): Promise<void>
  remove(key: string): Promise<void>
}

const safe = /^[0-9a-f-]{36}(\/[\w-]+)+$/

/** Stops any key that could leave its folder, before it reaches a disk or a bucket. */
export function checkKey(key: string): string {
  if (!safe.test(key)) throw new Error('a key of the file store must be made of a town id and plain words')
  return key
}
