import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { casesById, namesOf } from '../../cases/index.ts'
import { mayConfigure, noteSetting } from '../catalogue.verbs.ts'
import { settingEvents } from '../report.events.ts'
import { type Counted, type Example, progressOf } from './replay.rules.ts'
import { countsOf, deleteReplays, insertReplay, type Replay, replayOfVersion, stopReplays } from './replay.sql.ts'
import type { RoutingVersion } from './version.rules.ts'
import { lockDraft, versionInForce } from './version.sql.ts'

export const REPLAY_JOB = 'routing.replay'
export const replayKey = (id: string): string => `${REPLAY_JOB} ${id}`

const MONTHS = 12

/** How the reports of the last twelve months would go by the draft; a job looks at them page by page. */
export async function startReplay(ctx: Ctx): Promise<Result<RoutingVersion, 'notAllowed' | 'unknown' | 'replayRunning'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const draft = await lockDraft(ctx)
  if (!draft) return refuse('unknown')
  if ((await replayOfVersion(ctx, draft.id))?.state === 'running') return refuse('replayRunning')
  await deleteReplays(ctx, draft.id)
  const until = ctx.now()
  const since = new Date(until)
  since.setUTCMonth(since.getUTCMonth() - MONTHS)
  const id = newId(until.getTime())
  await insertReplay(ctx, {
    id,
    versionId: draft.id,
    revision: draft.revision,
    againstId: (await versionInForce(ctx))?.id,
    since,
    until,
  })
  await noteSetting(ctx, settingEvents.replayStarted, { type: 'routingVersion', id: draft.id }, { number: draft.number })
  enqueue(ctx, REPLAY_JOB, { id }, { key: replayKey(id) })
  return ok(draft)
}

/** What was counted so far stays readable. */
export async function cancelReplay(ctx: Ctx): Promise<Result<RoutingVersion, 'notAllowed' | 'unknown'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const draft = await lockDraft(ctx)
  if (!draft || !(await stopReplays(ctx, draft.id))) return refuse('unknown')
  await noteSetting(ctx, settingEvents.replayCancelled, { type: 'routingVersion', id: draft.id }, { number: draft.number })
  announce(ctx, ['routing'])
  return ok(draft)
}

export type ReplayShown = {
  replay: Replay
  /** 0 to 1. */
  progress: number
  /** The draft was changed since. */
  outdated: boolean
  counts: readonly Counted[]
  unitNames: ReadonlyMap<string, string>
  /** Only for those who may see reports. */
  examples: readonly (Example & { number: string; title: string; placeLabel: string; receivedAt: Date })[]
}

const MOST_COUNTS = 200

/** What the last replay of a version said. */
export async function replayShown(ctx: Ctx, version: RoutingVersion): Promise<ReplayShown | undefined> {
  const replay = await replayOfVersion(ctx, version.id)
  if (!replay) return undefined
  const counts = await countsOf(ctx, replay.id, MOST_COUNTS)
  const units = [...counts, ...replay.examples].flatMap(({ from, to }) => [from, to].filter((id) => id !== undefined))
  const cases = may(ctx, 'report.see')
    ? await casesById(
        ctx,
        replay.examples.map(({ caseId }) => caseId),
      )
    : []
  const found = new Map(cases.map((it) => [it.id, it]))
  return {
    replay,
    progress: replay.state === 'done' ? 1 : progressOf({ ...replay, at: replay.at?.received }),
    outdated: replay.revision !== version.revision,
    counts,
    unitNames: await namesOf(ctx, 'core.organisation', units),
    examples: replay.examples.flatMap((example) => {
      const it = found.get(example.caseId)
      return it ? [{ ...example, number: it.number, title: it.title, placeLabel: it.placeLabel, receivedAt: it.receivedAt }] : []
    }),
  }
}
