import type { Locale } from '#platform/text.ts'

/** `expired` when nobody answered in time; a link that was sent anew makes `asked` of all but `signed`. */
export type CosignerState = 'asked' | 'signed' | 'declined' | 'expired'

/** Somebody who is asked to sign a draft that stands still meanwhile. `person` is the field of the form that names her. */
export type Cosigner = {
  draftId: string
  person: string
  name: string
  email: string
  locale: Locale
  state: CosignerState
  secretHash: Buffer
  /** How many links went out. */
  links: number
  askedAt: Date
  expiresAt: Date
  answeredAt: Date | undefined
  signedName: string | undefined
  reason: string | undefined
}

/** A name under what was sent. `person` is empty for who wrote it; the other ones signed by a link that went to `email`. */
export type Signature = {
  person: string
  name: string
  email: string | undefined
  signedAt: Date
  secretHash: Buffer | undefined
  linkUntil: Date | undefined
}

/** Days in which a link is to be answered. */
export const LINK_DAYS = 14
/** Days for which the same link leads to the receipt after sending. */
export const RECEIPT_DAYS = 30
/** So many links go out to one person for one draft, the first included. */
export const MOST_LINKS = 5
/** Letters of the code that who wrote the draft tells the second person herself. */
export const CODE_LENGTH = 8

export const isOpen = ({ state, expiresAt }: Pick<Cosigner, 'state' | 'expiresAt'>, now: Date): boolean =>
  state === 'asked' && expiresAt > now

/** What it is now: a link that ran out is expired before the hourly look at it says so. */
export const stateAt = (it: Pick<Cosigner, 'state' | 'expiresAt'>, now: Date): CosignerState =>
  it.state === 'asked' && it.expiresAt <= now ? 'expired' : it.state

/** First and last name, so that a mere click or initials are no signature. */
export const isWholeName = (name: string): boolean => /\p{L}+\P{L}+\p{L}{2,}/u.test(name)
