import { z } from 'zod'
import { type Locale, locales } from '#platform/text.ts'

export const taskStates = ['sent', 'accepted', 'declined', 'closed', 'takenBack', 'ended'] as const
export type TaskState = (typeof taskStates)[number]

/** Work on one report that a firm was asked to do. */
export type Task = {
  id: string
  caseId: string
  organisationId: string | undefined
  name: string
  email: string
  /** In which the firm is written to. */
  locale: Locale
  /** What the clerk wrote to the firm. */
  words: string
  state: TaskState
  sentAt: Date
  expiresAt: Date
  endedAt: Date | undefined
  /** When the unit was told that the link had run out. */
  runOutAt: Date | undefined
}

export const taskVerbs = ['accept', 'close', 'ask', 'decline'] as const
export type TaskVerb = (typeof taskVerbs)[number]

const from: Record<TaskVerb, readonly TaskState[]> = {
  accept: ['sent'],
  decline: ['sent', 'accepted'],
  ask: ['sent', 'accepted'],
  close: ['sent', 'accepted'],
}

/** Days for which a link works unless the clerk says otherwise, and at most. */
export const LINK_DAYS = { usual: 30, most: 180 } as const

export const isOpen = ({ state }: Pick<Task, 'state'>): boolean => state === 'sent' || state === 'accepted'
export const isExpired = ({ expiresAt }: Pick<Task, 'expiresAt'>, now: Date): boolean => expiresAt.getTime() <= now.getTime()

/**
 * Which task waits for the clerk's approval: its report's newest, the firm says that the work is done, and nobody has closed the report
 * or opened it again since (`lastTurn`): then that work was approved, or was not enough.
 */
export const toApprove = <T extends Pick<Task, 'caseId' | 'state' | 'endedAt'>>(
  newestFirst: readonly T[],
  lastTurn: (caseId: string) => Date | undefined,
): T | undefined =>
  newestFirst.find((task, i) => {
    if (task.state !== 'closed' || newestFirst.slice(0, i).some(({ caseId }) => caseId === task.caseId)) return false
    const turn = lastTurn(task.caseId)
    return turn === undefined || (task.endedAt !== undefined && task.endedAt >= turn)
  })

/** What the firm can do now; nothing after the link has run out. */
export const verbsOfTask = (task: Pick<Task, 'state' | 'expiresAt'>, now: Date): TaskVerb[] =>
  isExpired(task, now) ? [] : taskVerbs.filter((verb) => from[verb].includes(task.state))

const days = z.coerce.number().int().min(1).max(LINK_DAYS.most).default(LINK_DAYS.usual)
/** For how long a link works from now on. */
export const Renewed = z.object({ days })

/** A firm that the town knows, or a name and an address. */
export const HandOut = z.object({
  number: z.string().max(20),
  organisationId: z.uuid().optional(),
  name: z.string().trim().max(200).default(''),
  email: z.union([z.literal(''), z.email().max(320)]).default(''),
  text: z.string().trim().max(4000).default(''),
  locale: z.enum(locales).default('de'),
  days,
})
export type HandOut = z.output<typeof HandOut>
