import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '#platform/context.ts'
import { root } from '#platform/root.ts'
import { allowLongWork, insertTown } from '../town.sql.ts'

export type DemoTown = { which: 'large' | 'small'; slug: string; name: string; land: string; colour: string; hosts: string[] }

/** Both are invented; no place of these names exists in Germany. The large one answers at the machine's own name. */
export const demoTowns: readonly DemoTown[] = [
  { which: 'large', slug: 'lindenfurt', name: 'Lindenfurt', land: 'NI', colour: '#1f5f8b', hosts: ['localhost', '127.0.0.1', '[::1]'] },
  { which: 'small', slug: 'eulenrode', name: 'Eulenrode', land: 'NI', colour: '#5b3a8c', hosts: [] },
]

/** Writes the town of `ctx` with its arms; the first statement of the transaction that builds it. */
export async function seedTown(ctx: Ctx, { slug, hosts }: DemoTown): Promise<void> {
  await allowLongWork(ctx)
  const arms = join(root, 'src/core/towns/demo', `coat-of-arms-${slug}.svg`)
  const coatOfArms = existsSync(arms) ? readFileSync(arms, 'utf8') : undefined
  await insertTown(ctx, { ...ctx.town, coatOfArms, hosts })
}
