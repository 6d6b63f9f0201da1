import { personNames } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type KeptRule, rulesOf } from '../routing.sql.ts'
import { changesBetween, type RuleChange } from './diff.rules.ts'
import { type RoutingVersion, stateOf, type VersionState } from './version.rules.ts'
import { draftVersion, versionBefore, versionInForce, versionNumbered, versionScheduled, versionsOf } from './version.sql.ts'

export type VersionShown = RoutingVersion & { state: VersionState; createdByName: string | undefined; decidedByName: string | undefined }

async function shown(ctx: Ctx, versions: readonly RoutingVersion[]): Promise<VersionShown[]> {
  const names = await personNames(
    ctx,
    versions.flatMap(({ createdBy, decidedBy }) => [createdBy, decidedBy].filter((id) => id !== undefined)),
  )
  const inForce = await versionInForce(ctx)
  return versions.map((version) => ({
    ...version,
    state: stateOf(version, inForce, ctx.now()),
    createdByName: names.get(version.createdBy ?? ''),
    decidedByName: names.get(version.decidedBy ?? ''),
  }))
}

export type VersionSheet = {
  version: VersionShown
  rules: readonly KeptRule[]
  /** The one it is compared with. */
  before: number | undefined
  changes: readonly RuleChange<KeptRule>[]
}

async function sheetOf(ctx: Ctx, version: RoutingVersion | undefined): Promise<VersionSheet | undefined> {
  if (!version) return undefined
  const rules = await rulesOf(ctx, version.id)
  const before = await versionBefore(ctx, version)
  return {
    version: (await shown(ctx, [version]))[0]!,
    rules,
    before: before?.number,
    changes: changesBetween(before ? await rulesOf(ctx, before.id) : [], rules),
  }
}

export const draftSheet = async (ctx: Ctx): Promise<VersionSheet | undefined> => await sheetOf(ctx, await draftVersion(ctx))

/** Discarded ones are not shown. */
export async function versionSheet(ctx: Ctx, number: number): Promise<VersionSheet | undefined> {
  const version = await versionNumbered(ctx, number)
  return version?.discardedAt ? undefined : await sheetOf(ctx, version)
}

const PAGE = 20

export type VersionList = {
  inForce: VersionSheet | undefined
  draft: RoutingVersion | undefined
  scheduled: RoutingVersion | undefined
  versions: readonly VersionShown[]
  /** The number before which the next page begins. */
  next: number | undefined
}

export async function versionList(ctx: Ctx, before: number | undefined): Promise<VersionList> {
  const versions = await versionsOf(ctx, before, PAGE + 1)
  const page = versions.slice(0, PAGE)
  return {
    inForce: await sheetOf(ctx, await versionInForce(ctx)),
    draft: await draftVersion(ctx),
    scheduled: await versionScheduled(ctx),
    versions: await shown(ctx, page),
    next: versions.length > PAGE ? page.at(-1)?.number : undefined,
  }
}
