/** A node of `EXPLAIN (FORMAT JSON)`. */
export type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  Alias?: string
  'Index Name'?: string
  'Index Cond'?: string
  Filter?: string
  'Plan Rows'?: number
  'Total Cost'?: number
  'Subplan Name'?: string
  Plans?: PlanNode[]
}

/** Reading fewer rows than this from front to back is quicker than any index. */
export const MANY_ROWS = 10_000

/** Tables that a plan reads from front to back although they have many rows. `rows` by `schema.table`. */
export function longScans(plan: PlanNode, rows: ReadonlyMap<string, number>): string[] {
  const table = `${plan.Schema}.${plan['Relation Name']}`
  const own = plan['Node Type'] === 'Seq Scan' && (rows.get(table) ?? 0) > MANY_ROWS ? [table] : []
  return [...new Set([...own, ...(plan.Plans ?? []).flatMap((inner) => longScans(inner, rows))])]
}

/** A plan in a few lines, one for each node, without values. */
export function planLines(plan: PlanNode, depth = 0): string[] {
  const on = plan['Relation Name'] ? ` ${plan.Schema}.${plan['Relation Name']}` : ''
  const by = plan['Index Name'] ? ` by ${plan['Index Name']}` : ''
  const cond = plan['Index Cond'] ? ` ${plan['Index Cond']}` : ''
  const line = `${'  '.repeat(depth)}${plan['Node Type']}${on}${by}${withoutValues(cond)} rows ${plan['Plan Rows'] ?? '?'}`
  return [line, ...(plan.Plans ?? []).flatMap((inner) => planLines(inner, depth + 1))]
}

/** What somebody typed stays out of what is printed. */
export const withoutValues = (text: string): string => text.replace(/'(?:[^']|'')*'/g, "'…'").replace(/(?<![\w$])\d+(\.\d+)?\b/g, '…')

export type Allowed = { site: string; table: string; reason: string }
export type Scan = { site: string; table: string }

/** Scans without a reason, and reasons that nothing needs any longer among what was run. */
export function judged(
  scans: readonly Scan[],
  allowed: readonly Allowed[],
  run: ReadonlySet<string>,
): { wrong: Scan[]; unneeded: Allowed[] } {
  const fits = (scan: Scan, rule: Allowed) => scan.site === rule.site && scan.table === rule.table
  return {
    wrong: scans.filter((scan) => !allowed.some((rule) => fits(scan, rule))),
    unneeded: allowed.filter((rule) => run.has(rule.site) && !scans.some((scan) => fits(scan, rule))),
  }
}
