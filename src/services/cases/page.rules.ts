import { uuidPattern } from '#platform/ids.ts'
import type { PageOf } from './list.rules.ts'

/** Where a page begins or ends: the value that the list is sorted by, and the id for those that have the same. */
export type Cursor = { at: Date; id: string }

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at.getTime()} ${id}`).toString('base64url')

/** Undefined for anything that is no cursor: then the list begins at its beginning. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  const [, at, id = ''] = /^(-?\d{1,14}) (\S+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  return uuidPattern.test(id) ? { at: new Date(Number(at)), id } : undefined
}

export const MOST = 200
export const limitOf = (asked: number | undefined): number => Math.min(MOST, Math.max(1, Math.floor(asked ?? 25)))

/** A page out of `limit + 1` rows that were read in the direction asked for; backwards they come in reverse. */
export function pageOf<R, T>(
  rows: readonly R[],
  { limit, backwards, began }: { limit: number; backwards: boolean /** A cursor was given. */; began: boolean },
  cursorOf: (row: R) => Cursor,
  itemOf: (row: R) => T,
): PageOf<T> {
  const more = rows.length > limit
  const kept = rows.slice(0, limit)
  if (backwards) kept.reverse()
  const [first, last] = [kept[0], kept.at(-1)]
  return {
    items: kept.map(itemOf),
    next: last !== undefined && (backwards ? began : more) ? writeCursor(cursorOf(last)) : undefined,
    previous: first !== undefined && (backwards ? more : began) ? writeCursor(cursorOf(first)) : undefined,
  }
}

/** Words of a search as a text-search query in which the last letters may be missing; undefined if nothing can be searched. */
export function prefixQuery(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  return words
    ? words
        .slice(0, 8)
        .map((word) => `${word}:*`)
        .join(' & ')
    : undefined
}
