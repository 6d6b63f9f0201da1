import type { Ctx } from '#platform/context.ts'
import type { RetentionRule } from './retention.rules.ts'
import { ownRules } from './rule.sql.ts'

/** What a kind of case brings: a default for each way to end, and how its own tables lose what is personal, and what no key takes along when it is deleted. */
export type RetentionKind = {
  kind: string
  defaults: readonly RetentionRule[]
  anonymise: (ctx: Ctx, caseIds: readonly string[]) => Promise<void>
  beforeDelete?: (ctx: Ctx, caseIds: readonly string[]) => Promise<void>
}

const kinds = new Map<string, RetentionKind>()

export const registerRetention = (kind: RetentionKind): void => void kinds.set(kind.kind, kind)

export const retentionKind = (kind: string): RetentionKind | undefined => kinds.get(kind)

/** The rules of the town: the defaults, and what it changed of them. */
export async function retentionRules(ctx: Ctx): Promise<(RetentionRule & { own: boolean })[]> {
  const own = await ownRules(ctx)
  return [...kinds.values()].flatMap(({ defaults }) =>
    defaults.map((rule) => {
      const changed = own.find(({ kind, result }) => kind === rule.kind && result === rule.result)
      return { ...(changed ?? rule), own: changed !== undefined }
    }),
  )
}
