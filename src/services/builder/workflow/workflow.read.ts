import { nameIn, organisationsOf, unitKinds } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import type { Definition, Version } from '../../definitions/definition.rules.ts'
import { definitionBy, versionsOf } from '../../definitions/definition.sql.ts'
import { hashOf } from '../../definitions/definition.verbs.ts'
import { letterTemplates } from '../../letters/index.ts'
import type { Finding } from '../../workflows/finding.rules.ts'
import { Workflow } from '../../workflows/workflow.rules.ts'
import { findingsOf, letterKeys } from '../../workflows/workflow.verbs.ts'
import { type Ahead, aheadOf } from '../publication/publication.read.ts'

export type WorkflowAtWork = {
  definition: Definition
  workflow: Workflow
  versions: readonly Version[]
  inForce: Version | undefined
  findings: readonly Finding[]
  /** The draft is as what is in force. */
  same: boolean
  /** Whether a version is as the draft. */
  isDraft: (content: unknown) => boolean
  /** Names of departments by their codes. */
  units: ReadonlyMap<string, string>
  letters: readonly LetterChoice[]
  ahead: Ahead
  /** What is wrong today with the version that could not go live. */
  failedFindings: readonly Finding[]
}

/** The draft of a workflow with everything its pages show. */
export async function workflowAtWork(ctx: Ctx, key: string): Promise<WorkflowAtWork | undefined> {
  const definition = await definitionBy(ctx, 'workflow', key)
  const workflow = definition && Workflow.safeParse(definition.draft).data
  if (!definition || !workflow) return undefined
  const versions = await versionsOf(ctx, 'workflow', definition.id)
  const inForce = versions.find(({ retiredAt }) => !retiredAt)
  const ahead = await aheadOf(ctx, 'workflow', definition, versions[0]?.publishedAt)
  const hash = hashOf(workflow)
  const isDraft = (content: unknown) => hashOf(content).equals(hash)
  const failed = Workflow.safeParse(ahead.failed?.content).data
  return {
    definition,
    workflow,
    versions,
    inForce,
    findings: await findingsOf(ctx, workflow),
    same: inForce !== undefined && isDraft(inForce.content),
    isDraft,
    units: await unitNames(ctx),
    letters: await letterChoices(ctx),
    ahead,
    failedFindings: failed ? await findingsOf(ctx, failed) : [],
  }
}

export async function unitNames(ctx: Ctx): Promise<Map<string, string>> {
  const units = await organisationsOf(ctx, [...unitKinds])
  return new Map(units.map((unit) => [unit.code, nameIn(unit, ctx.locale)]))
}

export type LetterChoice = { key: string; name: string }

/** Letters that a step can make: the decision that every town has, and the town's own templates that are in choice. */
export async function letterChoices(ctx: Ctx): Promise<LetterChoice[]> {
  const own = (await letterTemplates(ctx)).filter(({ closedAt }) => !closedAt).map(({ key, name }) => ({ key, name }))
  return [
    ...letterKeys
      .filter((key) => !own.some((one) => one.key === key))
      .map((key) => ({ key, name: textIn(ctx.locale, `workflow.letter.${key}`) })),
    ...own,
  ]
}
