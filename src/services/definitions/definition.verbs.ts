import { createHash } from 'node:crypto'
import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Definition, DefinitionInput, type DefinitionKind, definitionEvents, type Version } from './definition.rules.ts'
import { changeDefinition, definitionBy, insertDefinition, insertVersion, retireVersion, versionInForce } from './definition.sql.ts'

/** Who writes forms and workflows, and who puts them in force: never the one who changed them last. */
export const WRITE_DEFINITIONS = 'definition.write'
export const PUBLISH_DEFINITIONS = 'definition.publish'

/** How one kind is read and proven. */
export type Proving = {
  kind: DefinitionKind
  /** Undefined for what cannot even be kept. */
  parse: (draft: unknown) => unknown
  /** How many faults keep it from being published. */
  faults: (ctx: Ctx, content: unknown) => Promise<number>
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

/** Puts the draft in force: proven, and by somebody else than who wrote it. What runs already keeps its version. */
export async function publishDefinition(
  ctx: Ctx,
  { kind, parse, faults }: Proving,
  { key, revision }: { key: string; revision: number },
): Promise<
  Result<Version, 'notAllowed' | 'unknown' | 'draftChanged' | 'secondPersonNeeded' | 'definitionBroken' | 'faultsFound' | 'sameAsBefore'>
> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (!known) return refuse('unknown')
  if (known.revision !== revision) return refuse('draftChanged')
  if (ctx.actor.kind !== 'system' && (!ctx.actor.personId || ctx.actor.personId === known.changedBy)) return refuse('secondPersonNeeded')
  const content = parse(known.draft)
  if (content === undefined) return refuse('definitionBroken')
  const count = await faults(ctx, content)
  if (count > 0) return refuse('faultsFound', { facts: { count } })
  const before = await versionInForce(ctx, kind, known.id)
  const hash = hashOf(content)
  if (before && hashOf(before.content).equals(hash)) return refuse('sameAsBefore')
  await retireVersion(ctx, kind, known.id)
  const version = await insertVersion(ctx, kind, known.id, content, hash)
  await record(ctx, definitionEvents[kind].published, { about: [{ type: kind, id: known.id }], data: { key, version } })
  return ok((await versionInForce(ctx, kind, known.id))!)
}

/** Nothing new begins with it any more. */
export async function retireDefinition(
  ctx: Ctx,
  kind: DefinitionKind,
  { key }: { key: string },
): Promise<Result<true, 'notAllowed' | 'unknown' | 'nothingInForce'>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (!known) return refuse('unknown')
  const version = await versionInForce(ctx, kind, known.id)
  if (!version) return refuse('nothingInForce')
  await retireVersion(ctx, kind, known.id)
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
