import { members, permissionsOfRole, roles } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Definition, DefinitionKind, ScheduledVersion } from '../../definitions/definition.rules.ts'
import { makersOf, PUBLISH_DEFINITIONS } from '../../definitions/definition.verbs.ts'
import { scheduledVersions } from '../../definitions/scheduled.sql.ts'

/** Far more than publish in one town. */
const MOST_REVIEWERS = 200
/** So many that did not go live are shown. */
const MOST_SHOWN = 20

type Named = { id: string; name: string }

/** Everybody who may review and publish a draft: not who wrote it or handed it in. */
export async function reviewersOf(ctx: Ctx, definition: Definition): Promise<Named[]> {
  const may = roles.filter((role) => permissionsOfRole(role).has(PUBLISH_DEFINITIONS))
  const makers = makersOf(definition)
  const all = may.length > 0 ? await members(ctx, { roles: may }, MOST_REVIEWERS) : []
  return all.filter(({ id }) => !makers.includes(id)).map(({ id, name }) => ({ id, name }))
}

export type Ahead = {
  /** What waits for its day. */
  waiting: ScheduledVersion | undefined
  /** What was decided last and could not go live, where nothing was decided since. */
  failed: ScheduledVersion | undefined
  /** Called back or failed, the newest first: each can be taken into the draft. */
  ended: readonly ScheduledVersion[]
  /** Names of those who hear of a draft that is handed in. */
  reviewers: readonly string[]
}

/** What is ahead of a definition and who decides it, as its pages show it. */
export async function aheadOf(ctx: Ctx, kind: DefinitionKind, definition: Definition, publishedAt: Date | undefined): Promise<Ahead> {
  const all = await scheduledVersions(ctx, kind, definition.id, MOST_SHOWN)
  const [newest] = all
  const isNews = newest?.end?.how === 'failed' && (!publishedAt || publishedAt < newest.end.at)
  return {
    waiting: all.find(({ end }) => !end),
    failed: isNews ? newest : undefined,
    ended: all.filter(({ end }) => end),
    reviewers: (await reviewersOf(ctx, definition)).map(({ name }) => name),
  }
}

/** Whose names the pages say. */
export const peopleAhead = ({ waiting, ended }: Ahead): (string | undefined)[] =>
  [waiting, ...ended].flatMap((it) => [it?.madeBy, it?.decidedBy, it?.end?.by])
