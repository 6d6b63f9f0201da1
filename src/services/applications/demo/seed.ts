import { departmentIn, organisationsOf, permissionsOfRole, type SeededPeople } from '#core/organisations/index.ts'
import { type Ctx, system } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { serviceBySlug } from '../../catalogue/index.ts'
import { offerOnline, publishForm, saveForm } from '../form.verbs.ts'
import { onlineDemo } from './online.ts'

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`a form of the demo: ${result.refusal.code}`)
  return result.value
}

/** Forms as the editor writes them and the administration puts them in force; a small town has nobody else, the system does both. */
export async function seedOnlineServices(ctx: Ctx, which: 'large' | 'small', { people }: SeededPeople): Promise<void> {
  const as = (code: string, role: string): Ctx => {
    const personId = which === 'large' ? people.get(code) : undefined
    if (!personId) return { ...ctx, actor: system }
    const permissions = new Set(['everyone', 'signedIn', ...permissionsOfRole(role)])
    return { ...ctx, actor: { kind: 'person', permissions, trust: 'basic', personId, unitIds: [] } }
  }
  const editor = as('samira.belhadi', 'editor')
  const admin = as('dr.wiebke.thalmayr', 'admin')
  const units = new Map((await organisationsOf(ctx, ['department'])).map(({ code, id }) => [code, id]))
  for (const { form, workflow, unit } of onlineDemo) {
    const service = await serviceBySlug(ctx, form.key)
    const unitId = units.get(departmentIn(which, unit))
    if (!service || !unitId) continue
    const { revision } = done(await saveForm(editor, { key: form.key, name: form.title, draft: form }))
    done(await publishForm(admin, { key: form.key, revision }))
    done(await offerOnline(admin, { serviceId: service.id, slug: form.key, name: form.title, form: form.key, workflow, unitId }))
  }
}
