import type { Town } from '../context.ts'

/** A mail as the transport needs it. */
export type Letter = {
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  /** With angle brackets. */
  messageId: string
  date: Date
  unsubscribeUrl?: string | undefined
}

/**
 * `down`: the server cannot be used at present, for any mail. `passing`: this mail is worth another attempt. `refused`: it will
 * never be taken. `code` names no person.
 */
export type Delivery = { outcome: 'sent' } | { outcome: 'down' | 'passing' | 'refused'; code: string }

export type Transport = { deliver(letter: Letter): Promise<Delivery>; close(): void }

export type Mailing = {
  /** Undefined: no server is configured. Then the demo keeps mails in its mailbox, and elsewhere they wait. */
  transport: Transport | undefined
  /** Address that mails come from. */
  from: string
  demo: boolean
  /** Scheme, host and base of a town as written in mails, without slash at the end. Never taken from a request outside the demo. */
  addressOf(town: Town): Promise<string>
}

let mailing: Mailing = {
  transport: undefined,
  from: 'noreply@localhost',
  demo: false,
  addressOf: async (town) => town.origin + town.base,
}

/** Called once by the composition. */
export function setMailing(value: Mailing): void {
  mailing = value
}

export const currentMailing = (): Mailing => mailing

/** Mails of this town are kept in the demo mailbox instead of being sent. */
export const hasMailbox = (town: Town): boolean => mailing.demo && town.demo && !mailing.transport
