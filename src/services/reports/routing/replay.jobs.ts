import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/changes.ts'
import { defineJob } from '#platform/module.ts'
import { categories } from '../catalogue.sql.ts'
import type { Category } from '../category.rules.ts'
import type { RoutingFacts } from '../route.rules.ts'
import { rulesOf } from '../routing.sql.ts'
import { chosenExamples, compare, countChanges } from './replay.rules.ts'
import { addCounts, endReplay, keepPage, lockReplay, nextReceived, type ReceivedRow, type Replay } from './replay.sql.ts'
import { REPLAY_JOB, replayKey } from './replay.verbs.ts'
import { versionById } from './version.sql.ts'

/** As many as one transaction looks at. */
export const REPLAY_PAGE = 500
/** Open pages are told after so many reports, not after each page. */
const TOLD_EVERY = 10_000

/** Looks at one page and puts the next one into the queue in the same transaction: after a crash it goes on where it was. */
export async function replayPage(ctx: Ctx, id: string, limit = REPLAY_PAGE): Promise<'more' | 'over'> {
  const replay = await lockReplay(ctx, id)
  if (replay?.state !== 'running') return 'over'
  const version = await versionById(ctx, replay.versionId)
  // Somebody edits the draft meanwhile: half of the reports by one table and half by another would say nothing.
  if (version?.revision !== replay.revision) return await end(ctx, id, 'cancelled')
  const rows = await nextReceived(ctx, replay, limit)
  if (rows.length > 0) await look(ctx, replay, rows)
  if (rows.length < limit) return await end(ctx, id, 'done')
  if ((replay.lookedAt % TOLD_EVERY) + limit >= TOLD_EVERY) announce(ctx, ['routing'])
  return 'more'
}

async function look(ctx: Ctx, replay: Replay, rows: readonly ReceivedRow[]): Promise<void> {
  const all = new Map((await categories(ctx, { closed: true })).map((category) => [category.id, category]))
  const before = replay.againstId ? await rulesOf(ctx, replay.againstId) : []
  const reports = rows.map((row) => ({ caseId: row.id, facts: factsOf(row, all.get(row.categoryId)) }))
  const { tally, changes } = compare(reports, before, await rulesOf(ctx, replay.versionId))
  await addCounts(ctx, replay.id, countChanges(changes))
  const last = rows.at(-1)!
  await keepPage(ctx, replay.id, {
    at: { received: last.receivedAt, id: last.id },
    count: rows.length,
    tally,
    examples: chosenExamples(replay.examples, changes),
  })
}

/** As they stand with the report; group and own unit are those that its category has now. */
export const factsOf = (row: Omit<ReceivedRow, 'id' | 'receivedAt'>, category: Category | undefined): RoutingFacts => ({
  categoryId: row.categoryId,
  groupCode: category?.groupCode ?? '',
  districtId: row.districtId ?? undefined,
  roadOwner: row.roadOwner ?? undefined,
  assetKind: row.assetKind ?? undefined,
  categoryUnitId: category?.unitId,
})

async function end(ctx: Ctx, id: string, state: 'done' | 'cancelled'): Promise<'over'> {
  await endReplay(ctx, id, state)
  announce(ctx, ['routing'])
  return 'over'
}

export const replayJob = defineJob({
  name: REPLAY_JOB,
  payload: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    if ((await replayPage(ctx, id)) === 'more') enqueue(ctx, REPLAY_JOB, { id }, { key: replayKey(id) })
  },
})
