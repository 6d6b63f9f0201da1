import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { MEGABYTE } from './file.rules.ts'
import { files } from './setup.ts'
import { isFull, noRoom } from './store/disk-full.ts'

/** A file on this machine's disk, as it came. */
export type Staged = { path: string; size: number; sha256: Buffer }

/** A path for bytes on their way in. */
export const incomingPath = (): string => join(files().incoming, newId())

/** A line on which nothing arrives for so long is given up. */
const SECONDS_OF_SILENCE = 30

type Staging = { limit: number; keepPart?: boolean; silence?: number }

/**
 * Writes a stream to `path`, chunk by chunk, never more than `limit` bytes. Refuses: `fileTooLarge`. When the stream breaks off,
 * throws `badRequest`, or with `keepPart` keeps what has arrived: the sender goes on from there.
 */
export async function stage(
  stream: Readable,
  path: string,
  { limit, keepPart = false, silence = SECONDS_OF_SILENCE }: Staging,
): Promise<Result<Staged, 'fileTooLarge'>> {
  const hash = createHash('sha256')
  let size = 0
  const target = await open(path, 'wx', 0o600)
  // Only from here on somebody hears the stream's error; nobody would, while or after the file could not be opened.
  const patience = setTimeout(() => stream.destroy(new Error('nothing arrives any more')), silence * 1000)
  try {
    // Left early, the stream stays whole: the caller reads the rest away, so that a form goes on behind the file.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      patience.refresh()
      if (size + chunk.length > limit) {
        await rm(path, { force: true })
        return refuse('fileTooLarge', { facts: { max: Math.floor(limit / MEGABYTE) } })
      }
      await target.writeFile(chunk)
      hash.update(chunk)
      size += chunk.length
    }
  } catch (error) {
    if (!keepPart || isFull(error)) {
      await rm(path, { force: true })
      throw isFull(error) ? noRoom(error) : new AppError('badRequest', 'the upload broke off', { cause: error })
    }
  } finally {
    clearTimeout(patience)
    await target.close()
  }
  return ok({ path, size, sha256: hash.digest() })
}

/** Removes what a killed process left behind, older than `hours`. */
export async function clearIncoming(now: Date, hours = 24): Promise<void> {
  const { incoming } = files()
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && now.getTime() - found.mtimeMs > hours * 3_600_000) await rm(path, { recursive: true, force: true })
  }
}
