import { createHash } from 'node:crypto'
import { record } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Definition, DefinitionInput, type DefinitionKind, definitionEvents, noonOf, type Version } from './definition.rules.ts'
import {
  changeDefinition,
  definitionBy,
  earlierDraft,
  insertDefinition,
  insertVersion,
  retireVersion,
  versionInForce,
} from './definition.sql.ts'
import { endReview } from './review.sql.ts'
import { scheduledVersion } from './scheduled.sql.ts'

/** Who writes forms and workflows, and who puts them in force: never the one who changed them last. */
export const WRITE_DEFINITIONS = 'definition.write'
export const PUBLISH_DEFINITIONS = 'definition.publish'

/** How one kind is read and proven. */
export type Proving = {
  kind: DefinitionKind
  /** Undefined for what cannot even be kept. */
  parse: (draft: unknown) => unknown
  /** What keeps it from being in force on a day: names of faults, one for each place. */
  faults: (ctx: Ctx, content: unknown, day: string) => Promise<readonly string[]>
  /** Tags of public pages that show what is in force. */
  shownIn?: readonly string[]
}

/** Keeps a draft, faults and all; what is published stays as it is. */
export async function saveDefinition(
  ctx: Ctx,
  { kind, parse }: Pick<Proving, 'kind' | 'parse'>,
  given: DefinitionInput,
): Promise<Result<Definition, 'notAllowed' | 'definitionBroken' | 'draftChanged' | 'keyTaken' | 'unknown'>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const { key, name, draft: asked, revision } = DefinitionInput.parse(given)
  const draft = parse(asked)
  if (draft === undefined) return refuse('definitionBroken')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (known && revision === undefined) return refuse('keyTaken', { field: 'key' })
  if (!known && revision !== undefined) return refuse('unknown')
  if (known && known.revision !== revision) return refuse('draftChanged')
  const id = known?.id ?? newId(ctx.now().getTime())
  if (known) await changeDefinition(ctx, kind, { id, name, draft })
  else if (!(await insertDefinition(ctx, kind, { id, key, name, draft }))) return refuse('keyTaken', { field: 'key' })
  await record(ctx, definitionEvents[kind].saved, { about: [{ type: kind, id }], data: { key } })
  return ok((await definitionBy(ctx, kind, key))!)
}

/** The draft as it was before its last change; once more, and the change is there again. */
export async function undoDefinition(
  ctx: Ctx,
  proving: Pick<Proving, 'kind' | 'parse'>,
  { key, revision }: { key: string; revision: number },
): Promise<Result<Definition, 'notAllowed' | 'definitionBroken' | 'draftChanged' | 'keyTaken' | 'unknown' | 'noEarlierDraft'>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, proving.kind, key, { hold: true })
  if (!known) return refuse('unknown')
  const earlier = await earlierDraft(ctx, proving.kind, known.id)
  if (earlier === undefined) return refuse('noEarlierDraft')
  return await saveDefinition(ctx, proving, { key, name: known.name, draft: earlier, revision })
}

/** A draft that may be published: sound on the day it is for, other than what is in force, and written last by somebody else. */
export type Ready = { known: Definition; content: unknown; hash: Buffer }
export type NotReady = 'notAllowed' | 'unknown' | 'draftChanged' | 'secondPersonNeeded' | 'definitionBroken' | Faulty
type Faulty = 'alreadyScheduled' | 'faultsFound' | 'sameAsBefore'

/** Reads the draft for who is to publish it, held until the end of the transaction. */
export async function readyToPublish(
  ctx: Ctx,
  proving: Proving,
  { key, revision }: { key: string; revision: number },
  day: string,
): Promise<Result<Ready, NotReady>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, proving.kind, key, { hold: true })
  if (!known) return refuse('unknown')
  if (known.revision !== revision) return refuse('draftChanged')
  if (isOwn(ctx, known.changedBy)) return refuse('secondPersonNeeded')
  return await soundDraft(ctx, proving, known, day)
}

/** Who acts is the one who wrote it; the system is nobody's author. */
export const isOwn = ({ actor }: Ctx, ...makers: (string | undefined)[]): boolean =>
  actor.kind !== 'system' && (!actor.personId || makers.includes(actor.personId))

/** Whether the draft could be put in force. */
export async function soundDraft(
  ctx: Ctx,
  proving: Proving,
  known: Definition,
  day: string,
): Promise<Result<Ready, 'definitionBroken' | Faulty>> {
  const content = proving.parse(known.draft)
  if (content === undefined) return refuse('definitionBroken')
  const waiting = await scheduledVersion(ctx, proving.kind, known.id)
  if (waiting) return refuse('alreadyScheduled', { facts: { day: noonOf(waiting.day) } })
  const count = (await proving.faults(ctx, content, day)).length
  if (count > 0) return refuse('faultsFound', { facts: { count } })
  const before = await versionInForce(ctx, proving.kind, known.id)
  const hash = hashOf(content)
  return before && hashOf(before.content).equals(hash) ? refuse('sameAsBefore') : ok({ known, content, hash })
}

export const todayOf = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

/** Whom it is news for: who wrote it last and who handed it in. */
export const makersOf = ({ changedBy, review }: Definition): string[] => peopleIn(changedBy, review.asked?.by)
export const peopleIn = (...ids: (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]

/** Puts the draft in force: proven, and by somebody else than who wrote it. What runs already keeps its version. */
export async function publishDefinition(
  ctx: Ctx,
  proving: Proving,
  at: { key: string; revision: number },
): Promise<Result<Version, NotReady>> {
  const ready = await readyToPublish(ctx, proving, at, todayOf(ctx))
  if (!ready.ok) return ready
  const { known } = ready.value
  const version = await putInForce(ctx, proving, { ...ready.value, by: ctx.actor.personId })
  await endReview(ctx, proving.kind, known.id)
  const data = { key: known.key, version: version.number, tell: makersOf(known) }
  await record(ctx, definitionEvents[proving.kind].published, { about: [{ type: proving.kind, id: known.id }], data })
  return ok(version)
}

/** Whoever begins from now on has this version. */
export async function putInForce(
  ctx: Ctx,
  { kind, shownIn = [] }: Pick<Proving, 'kind' | 'shownIn'>,
  { known: { id }, content, hash, by }: Ready & { by: string | undefined },
): Promise<Version> {
  await retireVersion(ctx, kind, id)
  await insertVersion(ctx, kind, { id, content, hash, by })
  announce(ctx, shownIn)
  return (await versionInForce(ctx, kind, id))!
}

/** Nothing new begins with it any more. What waits for its day would bring it back, so that is called back first. */
export async function retireDefinition(
  ctx: Ctx,
  { kind, shownIn = [] }: Pick<Proving, 'kind' | 'shownIn'>,
  { key }: { key: string },
): Promise<Result<true, 'notAllowed' | 'unknown' | 'nothingInForce' | 'alreadyScheduled'>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (!known) return refuse('unknown')
  const waiting = await scheduledVersion(ctx, kind, known.id)
  if (waiting) return refuse('alreadyScheduled', { facts: { day: noonOf(waiting.day) } })
  const version = await versionInForce(ctx, kind, known.id)
  if (!version) return refuse('nothingInForce')
  await retireVersion(ctx, kind, known.id)
  announce(ctx, shownIn)
  await record(ctx, definitionEvents[kind].retired, { about: [{ type: kind, id: known.id }], data: { key, version: version.number } })
  return ok(true)
}

/** The same content has the same hash, in whatever order its keys stand. */
export const hashOf = (content: unknown): Buffer => createHash('sha256').update(canonical(content)).digest()

const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
          .join(',')}}`
      : (JSON.stringify(value) ?? 'null')
