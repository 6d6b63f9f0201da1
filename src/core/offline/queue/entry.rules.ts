/** `draft` is being written; `waiting` goes as soon as the network allows; `refused` needs its writer; of `sent` only the receipt is left. */
export type EntryState = 'draft' | 'waiting' | 'sending' | 'refused' | 'sent'

/** What its writer takes along, known before it is sent: the path of what came of it, and the code to say on the phone. */
export type Keep = { path: string; code?: string }

/** Something that was written on this device and is not (or only just) with the server. Times are milliseconds of the device's clock. */
export type Entry = {
  /** UUID v7, made before anything is sent: under this key the server counts it once. */
  id: string
  /** The town's path prefix: '' or `/t/{slug}`. */
  base: string
  /** Mark of the account it belongs to; '' where nobody was signed in. */
  owner: string
  /** What the list calls it, without personal words. */
  title: string
  /** Where it is sent, and the page on which it can be written on; both below `base`. */
  url: string
  page: string
  fields: [name: string, value: string][]
  /** Name of the field that carries `id`, where the endpoint itself remembers it for good. */
  keyField: string | undefined
  /** Stays after sending. */
  keep: Keep | undefined
  state: EntryState
  attempts: number
  nextAt: number
  /** While it is being sent nobody else takes it before this time. */
  leaseUntil: number
  /** Why it was not taken: the server's word for programs and its sentence; `signIn` while its owner has to sign in first. */
  problem: { code: string; words: string } | undefined
  /** The server's answer: where it leads, and the number if it gave one. */
  answer: Answered | undefined
  madeAt: number
  sentAt: number | undefined
}

/** A photo of an entry. `address` is the upload begun, `fileId` what it became. */
export type EntryFile = {
  entry: string
  n: number
  field: string
  name: string
  blob: Blob
  /** What is said about it when the upload begins: kinds, taken. */
  about: Record<string, string>
  address: string | undefined
  fileId: string | undefined
}

export type Answered = { path: string | undefined; number: string | undefined }

export type Outcome =
  | { kind: 'sent'; answer: Answered }
  /** Worth trying again. `reached`: the server answered, so others may be tried. */
  | { kind: 'later'; reached: boolean; afterMs?: number }
  | { kind: 'refused'; code: string; words: string }
  | { kind: 'signIn' }

/** One tab or the worker sends; the others take it over when that one has died. Renewed before every request, which ends sooner. */
export const LEASE_MS = 120_000
export const REQUEST_MS = 90_000
/** What was sent leaves the list by itself. */
export const RECEIPT_MS = 7 * 86_400_000
/** The problem of an entry whose owner is not signed in. */
export const SIGN_IN = 'signIn'
const FIRST_MS = 5_000
const LONGEST_MS = 15 * 60_000

/** 5 s, 10 s, 20 s … at most a quarter of an hour. */
export const backOff = (attempts: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)))

export type Due = {
  /** A person's wish: it does not wait for the next attempt. */
  force?: boolean
  /** Nobody else sends (lock.ts): what is on its way was left behind by a page that is gone. */
  alone?: boolean
}

/** Whether it may be sent now. */
export function isDue(entry: Entry, now: number, { force = false, alone = false }: Due = {}): boolean {
  if (entry.state === 'sending') return alone || entry.leaseUntil <= now
  return entry.state === 'waiting' && (force || entry.nextAt <= now)
}

/** Whether somebody may see it here: what was written without an account belongs to the device. */
export const isOf = (entry: Pick<Entry, 'owner'>, owner: string): boolean => entry.owner === '' || entry.owner === owner

/** Whether it may be written anew or thrown away now; while it is on its way nobody knows what the server has. */
export const isFree = (entry: Entry, now: number): boolean =>
  entry.state !== 'sent' && (entry.state !== 'sending' || entry.leaseUntil <= now)

export const taken = (entry: Entry, now: number): Entry => ({ ...entry, state: 'sending', leaseUntil: now + LEASE_MS })

/** The entry after an attempt. What was sent keeps nothing of what was written. */
export function afterAttempt(entry: Entry, outcome: Outcome, now: number): Entry {
  const attempts = entry.attempts + 1
  const rest = { ...entry, attempts, leaseUntil: 0, problem: undefined }
  switch (outcome.kind) {
    case 'sent':
      return { ...rest, state: 'sent', fields: [], answer: outcome.answer, sentAt: now }
    case 'later':
      return { ...rest, state: 'waiting', nextAt: now + Math.max(backOff(attempts), outcome.afterMs ?? 0) }
    case 'refused':
      return { ...rest, state: 'refused', problem: { code: outcome.code, words: outcome.words } }
    case 'signIn':
      return { ...rest, state: 'waiting', nextAt: now + LONGEST_MS, problem: { code: SIGN_IN, words: '' } }
  }
}

/** When somebody should look again; undefined when nothing waits. */
export function nextLook(entries: readonly Entry[]): number | undefined {
  const times = entries.flatMap(({ state, nextAt, leaseUntil }) =>
    state === 'waiting' ? [nextAt] : state === 'sending' ? [leaseUntil] : [],
  )
  return times.length > 0 ? Math.min(...times) : undefined
}

/** Written and not with the server yet: what people are told of. */
export const isUnsent = ({ state }: Pick<Entry, 'state'>): boolean => state !== 'sent'

export const isOld = ({ state, sentAt }: Entry, now: number): boolean => state === 'sent' && (sentAt ?? 0) + RECEIPT_MS <= now
