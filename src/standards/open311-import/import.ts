import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import {
  beginRun,
  categoryFor,
  type Foreign,
  type Found,
  noteRun,
  type Refusals,
  refusalsOf,
  runOf,
  takeOver,
  unknownCodes,
} from '#services/reports/index.ts'
import { EMPTY_WINDOWS, foreignOf, isIn, type Window, windowBefore } from './request.rules.ts'
import { nameOf, pagesOf, type Source, servicesOf } from './source.ts'

/** So many are taken over in one transaction. */
const AT_ONCE = 200

export type Wish = {
  source: Source
  /** Codes of our categories by those of the other system's services. */
  named: Readonly<Record<string, string>>
  /** Nothing older is asked for; without it the import ends after more than two years in which nothing was sent. */
  since: Date | undefined
}

export type Done = {
  added: number
  changed: number
  same: number
  refused: Refusals[]
  categories: Found[]
  /** It went on where an earlier one was broken off. */
  resumed: boolean
}

/** Opens a transaction of the town, as the system. */
export type InTown = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

/**
 * Takes over everything another Open311 server tells, from the newest backwards. Each page is one transaction with how far it came, so it
 * may be broken off at any moment and begun again; what is there already is not taken twice. Throws sentences for the operator.
 */
export async function importOpen311({ source, named, since }: Wish, inTown: InTown, say: (text: string) => void): Promise<Done> {
  const unknown = await inTown((ctx) => unknownCodes(ctx, named))
  if (unknown.length > 0) throw new Error(`The town has no category with the code ${unknown.join(', ')}.`)
  await servicesOf(source)
  const name = nameOf(source)
  const { reached, resumed } = await inTown((ctx) => beginRun(ctx, name))
  if (resumed) say(`An import that was broken off goes on before ${reached.toISOString().slice(0, 10)}.`)
  const found = new Map<string, Found>()
  let empty = 0
  for (let window = windowBefore(reached); goesOn(window, since, empty); window = windowBefore(window.from)) {
    const count = await importWindow(source, since && since > window.from ? { ...window, from: since } : window, {
      name,
      named,
      found,
      inTown,
    })
    empty = count === 0 ? empty + 1 : 0
    await inTown((ctx) => noteRun(ctx, name, { reached: window.from }))
    if (count > 0) say(`${window.from.toISOString().slice(0, 10)} … ${window.until.toISOString().slice(0, 10)}: ${count}`)
  }
  return await inTown(async (ctx) => {
    await noteRun(ctx, name, { finishedAt: ctx.now() })
    // Promises rest on what is known now.
    enqueue(ctx, 'promise.refresh', {}, { key: 'promise.refresh' })
    const run = await runOf(ctx, name)
    if (!run) throw new Error('the import is gone')
    const { added, changed, same } = run
    return { added, changed, same, refused: await refusalsOf(ctx, name), categories: [...found.values()], resumed }
  })
}

const goesOn = ({ until }: Window, since: Date | undefined, empty: number): boolean => (since ? until > since : empty < EMPTY_WINDOWS)

type With = { name: string; named: Wish['named']; found: Map<string, Found>; inTown: InTown }

async function importWindow(source: Source, window: Window, { name, named, found, inTown }: With): Promise<number> {
  let count = 0
  for await (const page of pagesOf(source, window)) {
    const reports = page.map((raw) => foreignOf(raw) ?? unreadable(raw))
    for (let from = 0; from < reports.length; from += AT_ONCE) {
      const part = reports.slice(from, from + AT_ONCE)
      const known = await inTown(async (ctx) => {
        const categories = new Map(found)
        for (const { serviceCode, serviceName } of part) {
          const key = keyOf(serviceCode, serviceName)
          if (!categories.has(key)) categories.set(key, await categoryFor(ctx, { code: serviceCode, name: serviceName }, named))
        }
        const categoryOf = (report: Foreign) => categories.get(keyOf(report.serviceCode, report.serviceName))!.category
        const { added, changed, same } = await takeOver(ctx, { source: name, reports: part, categoryOf })
        await noteRun(ctx, name, { added, changed, same })
        return categories
      })
      // Only what was committed is relied on.
      for (const [key, one] of known) found.set(key, one)
    }
    // A server that overlooks the dates answers the same for every window; that is no sign of older ones.
    count += reports.filter((report) => isIn(report.sentAt, window)).length
  }
  return count
}

const keyOf = (code: string, name: string): string => (code === '' ? `name ${name}` : code)

/** Counted among what cannot be taken, under its number if it has one. */
const unreadable = (raw: unknown): Foreign => ({
  id: String((raw as { service_request_id?: unknown } | null)?.service_request_id ?? '').slice(0, 200),
  ...{ serviceCode: '', serviceName: '', text: '', address: '', lat: undefined, lon: undefined, sentAt: undefined, changedAt: undefined },
  ...{ expectedAt: undefined, outcome: 'open', word: '', photoUrl: undefined },
})
