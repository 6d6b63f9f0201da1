import { removeFiles, removeFilesOf, removeOriginals } from '#core/files/index.ts'
import { type EventKind, record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { noteChange } from '../change.sql.ts'
import { type Due, dueCases } from './due.sql.ts'
import { deleteCases, forgetNews, forgetParties, forgetWords, markCases, privateFiles, restingAt } from './forget.sql.ts'
import { heldAmong } from './hold.sql.ts'
import { retentionKind, retentionRules } from './kinds.ts'
import { tellOwners } from './notice.ts'
import { insertRecords, type Proven } from './record.sql.ts'
import { retentionEvents } from './retention.events.ts'
import type { RetentionRule, RetentionStep } from './retention.rules.ts'
import { countRun, type RetentionRun } from './run.sql.ts'

/** Cases of one transaction. */
export const AT_ONCE = 100

/** The strongest step first, so that nothing is written into a case that goes anyway. */
const order: readonly RetentionStep[] = ['delete', 'tell', 'anonymise', 'archive']

type Batch = { rule: Proven[]; ids: string[]; numbers: Map<string, string> }

/** Does the next batch of one step. False when nothing is due any more. */
export async function nextBatch(ctx: Ctx, run: RetentionRun): Promise<boolean> {
  const rules = await retentionRules(ctx)
  for (const step of order)
    for (const kind of new Set(rules.map((rule) => rule.kind))) {
      const due = await dueCases(
        ctx,
        rules.filter((rule) => rule.kind === kind),
        step,
        AT_ONCE,
      )
      if (due.length === 0) continue
      const batch = await withResting(ctx, due)
      if (batch.ids.length > 0) await steps[step](ctx, run, kind, batch)
      return true
    }
  return false
}

async function withResting(ctx: Ctx, chosen: readonly Due[]): Promise<Batch> {
  const members = await restingAt(
    ctx,
    chosen.map(({ id }) => id),
  )
  // Asked again now that nobody can put one of them on hold: somebody may have done so between the choice and the lock.
  const held = await heldAmong(
    ctx,
    [...chosen, ...members].map(({ id }) => id),
  )
  const stays = new Set([...held, ...members.flatMap(({ id, head }) => (held.has(id) ? [head] : []))])
  const due = chosen.filter(({ id }) => !stays.has(id))
  const resting = members.filter(({ head }) => !stays.has(head))
  const byId = new Map(due.map((one) => [one.id, one]))
  const rule = [
    ...due.map(({ id, days, reason }) => ({ caseId: id, days, reason })),
    ...resting.map(({ id, head }) => ({ caseId: id, days: byId.get(head)!.days, reason: byId.get(head)!.reason })),
  ]
  const numbers = new Map([
    ...due.map(({ id, number }) => [id, number] as const),
    ...resting.map(({ id, number }) => [id, number] as const),
  ])
  return { rule, ids: rule.map(({ caseId }) => caseId), numbers }
}

type Act = (ctx: Ctx, run: RetentionRun, kind: RetentionRule['kind'], batch: Batch) => Promise<unknown>

async function note(ctx: Ctx, event: EventKind, { ids, numbers }: Batch): Promise<void> {
  for (const id of ids) await record(ctx, event, { about: [{ type: 'case', id }], data: { number: numbers.get(id) }, role: 'system' })
}

const steps: Record<RetentionStep, Act> = {
  archive: async (ctx, run, _, batch) => {
    await markCases(ctx, batch.ids, 'archived_at')
    await note(ctx, retentionEvents.archived, batch)
    await countRun(ctx, run.id, 'archived', batch.ids.length)
  },
  anonymise: async (ctx, run, kind, batch) => {
    await insertRecords(ctx, run, 'anonymised', batch.rule)
    await anonymise(ctx, kind, batch.ids)
    await note(ctx, retentionEvents.anonymised, batch)
    await countRun(ctx, run.id, 'anonymised', batch.ids.length)
  },
  tell: async (ctx, run, kind, batch) => {
    await tellOwners(ctx, kind, batch.numbers)
    await markCases(ctx, batch.ids, 'deletion_told_at')
    await note(ctx, retentionEvents.told, batch)
    await countRun(ctx, run.id, 'told', batch.ids.length)
  },
  delete: async (ctx, run, kind, batch) => {
    await insertRecords(ctx, run, 'deleted', batch.rule)
    await forgetNews(ctx, batch.ids)
    for (const id of batch.ids) await removeFilesOf(ctx, { type: 'case', id })
    await retentionKind(kind)?.beforeDelete?.(ctx, batch.ids)
    await note(ctx, retentionEvents.deleted, batch)
    await noteChange(
      ctx,
      batch.ids.map((id) => ({ type: 'case', id })),
    )
    await deleteCases(ctx, batch.ids)
    await countRun(ctx, run.id, 'deleted', batch.ids.length)
  },
}

async function anonymise(ctx: Ctx, kind: string, ids: readonly string[]): Promise<void> {
  // First the news: they are found by who took part.
  await forgetNews(ctx, ids)
  await forgetParties(ctx, ids)
  await retentionKind(kind)?.anonymise(ctx, ids)
  await forgetWords(ctx, ids)
  await removeOriginals(ctx, ids)
  await removeFiles(ctx, await privateFiles(ctx, ids))
  await markCases(ctx, ids, 'anonymised_at')
}
