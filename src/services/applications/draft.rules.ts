import type { Trust } from '#platform/context.ts'
import type { FormDefinition } from '../forms/index.ts'
import type { OnlineService } from './online.rules.ts'

/** Answers that are being written; they never count as sent. */
export type Draft = {
  id: string
  serviceId: string
  formId: string
  formNumber: number
  answers: Record<string, unknown>
  page: string
  personId: string | undefined
  /** The case whose newest submission it will replace. */
  replacesCase: string | undefined
  /** The letter that it objects to. */
  objectsTo: string | undefined
  revision: number
  /** While others have to sign it nothing of it changes: since when, the hash of what they sign, and how well who wrote it was known. */
  waits: { since: Date; hash: Buffer; trust: Trust } | undefined
  startedAt: Date
  savedAt: Date
  expiresAt: Date
}

/** With what it answers. */
export type OpenDraft = { draft: Draft; form: FormDefinition; online: OnlineService }

/** What opens a draft without an account: the secret for the browser that began it, the code for another device. Shown once. */
export type DraftKeys = { secret: string; code: string }

/** A draft that nobody touches is deleted: after 14 days if nothing was answered, after 90 if something was. */
export const UNTOUCHED_DAYS = 14
export const IDLE_DAYS = 90

/** More would be no form. */
export const MAX_ANSWER_BYTES = 300_000
/** So many at once has one person. */
export const MOST_DRAFTS = 50
