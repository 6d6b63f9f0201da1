import { DAY_MS } from '#platform/calendar/day.ts'
/** How somebody signed in. */
export const ways = ['password', 'code', 'link', 'passkey', 'provider', 'signUp', 'demo'] as const
export type Way = (typeof ways)[number]

export type SessionTrust = 'basic' | 'substantial' | 'high'

/** A session ends after 30 days without use, and after half a year whatever happens. */
export const IDLE_DAYS = 30
export const LONGEST_DAYS = 180
export const SEEN_EVERY_MS = 3_600_000

/** Until when a session lasts that is used now. */
export const expiryOf = (createdAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + IDLE_DAYS * DAY_MS, createdAt.getTime() + LONGEST_DAYS * DAY_MS))

export type Session = { id: string; device: string; way: string; createdAt: Date; seenAt: Date; confirmedAt: Date }
