import { z } from 'zod'
import type { DeskSort, PageAsked } from '#services/cases/index.ts'

const sorts = ['due', 'received', 'oldest'] as const satisfies readonly DeskSort[]

/** What the address of every work list may say. Values that mean nothing are left out: an old bookmark still opens the list. */
export const listFields = {
  stelle: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  von: z.iso.date().optional().catch(undefined),
  bis: z.iso.date().optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  nach: z.string().max(200).optional().catch(undefined),
  vor: z.string().max(200).optional().catch(undefined),
}

export type ListFields = z.output<z.ZodObject<typeof listFields>> & { ansicht?: string | undefined }

/** A work list as an address: `/amt/meldungen?ansicht=team&q=loch`. Methods, so that a list of one kind fits where any is meant. */
export type ListAddress<Q extends ListFields = ListFields> = {
  path: string
  /** The part after `?`, always in the same order and without the page: what is kept as a view. */
  write(query: Q, changes?: Partial<Q>): string
  read(text: string): Q
  /** How many filters narrow the list, beside its tab. */
  active(query: Q): number
  /** The address with some of its values changed. */
  to(query: Q, changes?: Partial<Q>): string
  /** The next or the previous page; undefined where there is none. */
  page(query: Q, name: 'nach' | 'vor', cursor: string | undefined): string | undefined
}

/** `filters`: those of the kind, in the order in which an address has them. */
export function listAddress<Q extends ListFields>(
  path: string,
  schema: z.ZodType<Q>,
  filters: readonly (keyof Q & string)[],
): ListAddress<Q> {
  const write = (query: Q, changes: Partial<Q> = {}): string => {
    const { nach: _, vor: __, ...kept } = { ...query, ...changes }
    const params = new URLSearchParams()
    for (const name of ['ansicht', ...filters, 'sort']) {
      const value = (kept as Record<string, unknown>)[name]
      if (value) params.set(name, String(value))
    }
    return params.toString()
  }
  return {
    path,
    write,
    read: (text) => schema.parse(Object.fromEntries(new URLSearchParams(text))),
    active: (query) => filters.filter((name) => query[name]).length,
    to: (query, changes) => withList(path, write(query, changes)),
    page: (query, name, cursor) =>
      cursor === undefined ? undefined : `${path}?${new URLSearchParams([...new URLSearchParams(write(query)), [name, cursor]])}`,
  }
}

/** A list as it was left: its address with what stood after `?`. */
export const withList = (path: string, liste: string): string => (liste ? `${path}?${liste}` : path)

/** Open lists show first what is due first; lists with closed cases the newest. */
export const sortOf = ({ sort }: Pick<ListFields, 'sort'>, tab: string): DeskSort =>
  sort ?? (tab === 'closed' || tab === 'all' ? 'received' : 'due')

export const pageOf = (query: Pick<ListFields, 'sort' | 'nach' | 'vor'>, tab: string, limit: number): PageAsked<DeskSort> => ({
  sort: sortOf(query, tab),
  after: query.nach,
  before: query.vor,
  limit,
})

/** From the beginning of the first day to the end of the last, as the town counts them. */
export const periodOf = (
  { von, bis }: Pick<ListFields, 'von' | 'bis'>,
  timeZone: string,
): { from: Date | undefined; until: Date | undefined } => ({
  from: von ? startOfDay(von, timeZone) : undefined,
  until: bis ? startOfDay(dayAfter(bis), timeZone) : undefined,
})

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The moment a day begins in the town: midnight there, whatever the offset is on that day. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const offsetAt = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(at))
    const match = /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
    return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000 : 0
  }
  const guess = utc - offsetAt(utc)
  return new Date(utc - offsetAt(guess))
}
