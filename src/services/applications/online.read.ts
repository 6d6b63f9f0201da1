import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import { registerOnlineForms } from '../catalogue/index.ts'
import { FormDefinition, fillMinutes, type TrustLevel } from '../forms/index.ts'
import { onlineForms } from './online.sql.ts'

const trust = { none: 'none', basis: 'basic', substanziell: 'substantial', hoch: 'high' } as const satisfies Record<TrustLevel, string>

export const trustOf = ({ trustLevel }: Pick<FormDefinition, 'trustLevel'>) => trust[trustLevel]

/** Which services have a form in force: the catalogue offers to apply for them. */
const allOnline = (ctx: Ctx) =>
  kept(ctx, 'service', 'online forms', async () => {
    const found = await onlineForms(ctx)
    return new Map(
      found.map(({ serviceId, slug, content }) => {
        const form = FormDefinition.parse(content)
        return [serviceId, { path: `/dienste/${slug}/antrag`, minutes: fillMinutes(form), trust: trustOf(form) }]
      }),
    )
  })

registerOnlineForms(async (ctx, ids) => {
  const all = await allOnline(ctx)
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)!] as const] : [])))
})
