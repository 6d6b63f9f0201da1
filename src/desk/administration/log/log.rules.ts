import { z } from 'zod'
import { eventKinds } from '#core/memory/index.ts'
import { uuidPattern } from '#platform/ids.ts'

const uuid = z.string().regex(uuidPattern).optional()
const day = z.iso.date().optional()

/** What the log can be narrowed down to. `wer` and `wen` are persons. */
export const LogQuery = z.object({
  ansicht: z.enum(['ereignisse', 'zugriffe']).default('ereignisse'),
  art: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .optional(),
  name: z.string().trim().max(200).default(''),
  wer: uuid,
  wen: uuid,
  von: day,
  bis: day,
  vor: uuid,
})
export type LogQuery = z.output<typeof LogQuery>

/** First words of the kinds of events, for the filter. */
export const words = (): string[] => [...new Set(eventKinds().map(({ kind }) => kind.split('.')[0]!))].sort()

/** All kinds that begin with a word; undefined for no word. */
export const kindsOf = (word: string | undefined): string[] | undefined =>
  word === undefined
    ? undefined
    : eventKinds()
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith(`${word}.`))

/** Beginning or end of a day in the town's time zone. */
export function moment(date: string | undefined, end: boolean, timeZone: string): Date | undefined {
  if (!date) return undefined
  const asUtc = new Date(`${date}T${end ? '23:59:59.999' : '00:00:00.000'}Z`)
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(asUtc)
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return new Date(asUtc.getTime() - offset)
}
