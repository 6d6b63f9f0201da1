import { nameIn, organisationsOf, unitKinds } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Version } from '../definitions/definition.rules.ts'
import { definitionBy, definitionsOf, versionsOf } from '../definitions/definition.sql.ts'
import { WRITE_DEFINITIONS } from '../definitions/definition.verbs.ts'
import { scheduledDays } from '../definitions/scheduled.sql.ts'
import type { Finding } from './finding.rules.ts'
import { Workflow } from './workflow.rules.ts'
import { findingsOf } from './workflow.verbs.ts'

export const READ_WORKFLOWS = WRITE_DEFINITIONS

type Named = { key: string; name: { de: string; en: string } }
export type ListedWorkflow = Named & {
  states: number
  steps: number
  version: number | undefined
  publishedAt: Date | undefined
  /** From which its next version is in force. */
  day: string | undefined
  faults: number
}

/** All workflows, each proven against who works in the town today. */
export async function listedWorkflows(ctx: Ctx): Promise<ListedWorkflow[]> {
  const listed: ListedWorkflow[] = []
  const days = await scheduledDays(ctx, 'workflow')
  for (const { id, key, name, draft, inForce } of await definitionsOf(ctx, 'workflow')) {
    const workflow = Workflow.parse(inForce?.content ?? draft)
    listed.push({
      key,
      name,
      states: workflow.states.length,
      steps: workflow.steps.length,
      version: inForce?.number,
      publishedAt: inForce?.publishedAt,
      day: days.get(id),
      faults: (await findingsOf(ctx, workflow)).length,
    })
  }
  return listed
}

export type ShownWorkflow = Named & {
  workflow: Workflow
  /** The one that is shown; undefined for a draft that was never published. */
  version: Version | undefined
  versions: readonly Version[]
  findings: readonly Finding[]
  /** Names of departments by their codes. */
  units: ReadonlyMap<string, string>
}

/** One workflow in the version asked for, else the one in force, the newest, or the draft. */
export async function shownWorkflow(ctx: Ctx, key: string, number?: number): Promise<ShownWorkflow | undefined> {
  const known = await definitionBy(ctx, 'workflow', key)
  if (!known) return undefined
  const versions = await versionsOf(ctx, 'workflow', known.id)
  const version =
    number === undefined ? (versions.find(({ retiredAt }) => !retiredAt) ?? versions[0]) : versions.find((one) => one.number === number)
  if (number !== undefined && !version) return undefined
  const workflow = Workflow.parse(version?.content ?? known.draft)
  const units = await organisationsOf(ctx, [...unitKinds])
  return {
    key,
    name: known.name,
    workflow,
    version,
    versions,
    findings: await findingsOf(ctx, workflow),
    units: new Map(units.map((unit) => [unit.code, nameIn(unit, ctx.locale)])),
  }
}
