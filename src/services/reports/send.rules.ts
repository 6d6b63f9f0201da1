import { z } from 'zod'
import { PlaceChoice } from './place.rules.ts'
import type { ReportState } from './report.rules.ts'

export const AnswerValue = z.union([z.string().max(1000), z.number(), z.boolean(), z.array(z.string().max(60)).max(30)])

export const channels = ['web', 'phone', 'desk', 'open311', 'import'] as const

const MOST_CHARACTERS = 4000
/** Counted as people do: an emoji is one. */
const isShortEnough = (text: string): boolean => [...text].length <= MOST_CHARACTERS

/** What a citizen sends. `category` is an id or a code. Empty contact fields are left out. */
export const ReportInput = z.object({
  category: z.string().min(1).max(60),
  place: PlaceChoice,
  text: z
    .string()
    .trim()
    .max(2 * MOST_CHARACTERS)
    .refine(isShortEnough)
    .default(''),
  /** By code of the question. */
  answers: z.record(z.string().max(60), AnswerValue).default({}),
  /** What a program says beside the answers, as it says it; only staff reads it. */
  extra: z.record(z.string().max(60), z.string().max(1000)).default({}),
  photos: z.array(z.uuid()).max(5).default([]),
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(320).optional(),
  phone: z.string().trim().min(3).max(60).optional(),
  /** A signed-in person may still stay unnamed. */
  anonymous: z.boolean().default(false),
  observedAt: z.date().optional(),
  /** Made by the sender before sending: the same key has one effect. */
  clientKey: z.string().min(8).max(100).optional(),
  /** A random value from a cookie, by which a browser is known again. */
  mark: z.string().min(16).max(100).optional(),
  channel: z.enum(channels).default('web'),
  /**
   * Secret and code of the receipt, made by the device that wrote the report without network. The clock of such a device is taken as it
   * is: the desk sees when it cannot be right (`clockDoubt`).
   */
  keys: z.object({ secret: z.string().regex(/^[\w-]{43}$/), code: z.string().regex(/^[234679ACDEFGHJKMNPQRTWXYZ]{12}$/) }).optional(),
})
export type ReportInput = z.input<typeof ReportInput>

/** The receipt. `secret` and `code` are shown once. */
export type Sent = {
  caseId: string
  number: string
  secret: string
  code: string
  state: ReportState
  published: boolean
  /** An e-mail with a link is on its way. */
  confirming: boolean
  dueAt: Date
  /** True when the same clientKey was sent before: then there are no new keys (empty strings). */
  repeated: boolean
}

export type SendRefusal =
  | 'categoryUnknown'
  | 'danger'
  | 'answerMissing'
  | 'answerInvalid'
  | 'textOrPhotoMissing'
  | 'contactMissing'
  | 'observedInFuture'
  | 'keysTaken'
  | 'senderBlocked'
  | 'addressBlocked'
  | 'fileGone'
  | 'tooManyFiles'
