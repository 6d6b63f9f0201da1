import { isSigned, sign } from '#platform/keys.ts'
import type { EmailChoice, NotificationKind } from '#platform/module.ts'
import type { TextParams } from '#platform/text.ts'

export type Notification = {
  id: string
  kind: string
  /** Text key of what happened, put into words when it is read. */
  text: string
  params: TextParams
  path: string
  at: Date
  readAt: Date | null
}

export type Choice = { inApp: boolean; email: EmailChoice }

let kinds: ReadonlyMap<string, NotificationKind> = new Map()

/** Called once by the composition with the kinds of all modules. */
export function setNotifications(all: readonly NotificationKind[]): void {
  kinds = new Map(all.map((kind) => [kind.kind, kind]))
  if (kinds.size !== all.length) throw new Error('a kind of notification is declared twice')
}

export const notificationKinds = (): readonly NotificationKind[] => [...kinds.values()]

export function kindNamed(name: string): NotificationKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no module declares the notification kind ${name}`)
  return kind
}

/** Name of a kind in a form: names of fields hold no dots. */
export const fieldOf = (kind: string): string => kind.replaceAll('.', '-')

/** Ends the daily summary as a whole. */
export const SUMMARY = 'summary'

/** Where somebody ends these mails without signing in. Valid without end: a mail may be read years later. */
export function unsubscribePath(townId: string, personId: string, kind: string): string {
  const content = Buffer.from(JSON.stringify([personId, kind])).toString('base64url')
  return `/mitteilungen/abbestellen/${content}.${sign(PURPOSE, `${townId} ${content}`)}`
}

/** Whom and what a link in a mail speaks of; undefined when it is not ours or of another town. */
export function readUnsubscribe(townId: string, token: string): { personId: string; kind: string } | undefined {
  const [content = '', signature = ''] = token.split('.')
  if (!isSigned(PURPOSE, `${townId} ${content}`, signature)) return undefined
  const [personId, kind] = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as [string, string]
  return { personId, kind }
}

const PURPOSE = 'unsubscribe'
