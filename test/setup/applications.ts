import type { Pool } from 'pg'
import { setListeners } from '#core/memory/index.ts'
import type { Actor, Ctx, Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Refusal, Result } from '#platform/result.ts'
import { registerTexts } from '#platform/text.ts'
import { platformTexts } from '#platform/texts.ts'
import { saveDraft, startDraft } from '#services/applications/draft.verbs.ts'
import { offerOnline, publishForm, saveForm } from '#services/applications/form.verbs.ts'
import { applications } from '#services/applications/module.ts'
import { type Receipt, submit } from '#services/applications/submit.verbs.ts'
import { caseTexts } from '#services/cases/texts.ts'
import type { FormDefinition } from '#services/forms/index.ts'
import { forms } from '#services/forms/module.ts'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import type { Workflow } from '#services/workflows/workflow.rules.ts'
import { publishWorkflow, saveWorkflow } from '#services/workflows/workflow.verbs.ts'
import { type Doing, doing, makeTown } from './town.ts'

for (const texts of [platformTexts, caseTexts, forms.texts, applications.texts]) registerTexts(texts)

/** What a verb gave, or the test ends. */
export function given<T>(result: Result<T> | { ok: false; refusal: Refusal }): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal)}`)
  return result.value
}
export const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)

const rights = applications.permissions ?? {}
const permissionsOf = (role: string) => Object.entries(rights).flatMap(([permission, roles]) => (roles.includes(role) ? [permission] : []))

export const stranger: Actor = { kind: 'anonymous', permissions: new Set(['everyone']), trust: 'none', unitIds: [] }

/** Asks for a name, and for a reason where it is wanted. */
export const eventForm = formOf([
  pageOf('who', [fieldOf('name', 'text'), fieldOf('loud', 'yesNo')]),
  pageOf('why', [fieldOf('reason', 'longText', { visibleIf: { op: 'eq', left: { field: 'loud' }, right: { value: true } } })]),
])
export const answers = { name: 'Sommerfest', loud: true, reason: 'Eine Band spielt.' }

/** A town with an office, a fire department and people of each role, and a service that can be applied for. */
export async function applicationTown(
  pool: Pool,
  slug: string,
  { workflow, form = eventForm }: { workflow: Workflow; form?: FormDefinition },
) {
  const town: Town = await makeTown(pool, slug)
  const as = <T>(actor: Actor | undefined, work: (ctx: Ctx) => Promise<T>, more: Omit<Doing, 'town' | 'actor'> = {}): Promise<T> =>
    doing(pool, { town, ...(actor ? { actor } : {}), ...more }, work)
  const [office, fire] = [newId(), newId()]
  await as(undefined, async (ctx) => {
    const unit = (id: string, code: string) => ({ tenant_id: town.id, id, kind: 'department', code, name: code, created_at: ctx.now() })
    await ctx.db
      .insertInto('core.organisation')
      .values([unit(office, 'office'), unit(fire, 'fire')])
      .execute()
  })
  const person = async (role: string, unitId?: string): Promise<Actor> => {
    const personId = newId()
    await as(undefined, async (ctx) => {
      await ctx.db.insertInto('core.person').values({ tenant_id: town.id, id: personId, name: role, created_at: ctx.now() }).execute()
      if (unitId)
        await ctx.db
          .insertInto('core.membership')
          .values({ tenant_id: town.id, id: newId(), person_id: personId, organisation_id: unitId, role, since: ctx.now() })
          .execute()
    })
    return {
      kind: 'person',
      permissions: new Set(['everyone', 'signedIn', ...permissionsOf(role)]),
      trust: 'basic',
      personId,
      name: role,
      unitIds: unitId ? [unitId] : [],
    }
  }
  const cast = {
    clerk: await person('clerk', office),
    lead: await person('lead', office),
    fireman: await person('clerk', fire),
    editor: await person('editor', office),
    admin: await person('admin', office),
    citizen: await person('member'),
  }
  const serviceId = newId()
  await as(undefined, (ctx) =>
    ctx.db
      .insertInto('services.service')
      .values({
        tenant_id: town.id,
        id: serviceId,
        slug: 'fest',
        name: 'Fest auf öffentlichem Grund',
        draft: '{}',
        changed_at: ctx.now(),
      })
      .execute(),
  )
  given(await as(undefined, (ctx) => saveWorkflow(ctx, { key: 'event', name: { de: 'Fest' }, draft: workflow })))
  given(await as(undefined, (ctx) => publishWorkflow(ctx, { key: 'event', revision: 1 })))
  given(await as(undefined, (ctx) => saveForm(ctx, { key: 'event', name: { de: 'Fest' }, draft: form })))
  given(await as(undefined, (ctx) => publishForm(ctx, { key: 'event', revision: 1 })))
  given(
    await as(undefined, (ctx) =>
      offerOnline(ctx, {
        serviceId,
        slug: 'fest',
        name: { de: 'Fest auf öffentlichem Grund' },
        form: 'event',
        workflow: 'event',
        unitId: office,
      }),
    ),
  )
  const send = async (actor: Actor = stranger, more: Omit<Doing, 'town' | 'actor'> = {}): Promise<Receipt> => {
    const { secret } = given(await as(actor, (ctx) => startDraft(ctx, { slug: 'fest' }), more))
    given(await as(actor, (ctx) => saveDraft(ctx, { secret }, { answers, page: 'why' }), more))
    return given(await as(actor, (ctx) => submit(ctx, { secret }, { clientKey: newId() }), more))
  }
  return { town, as, office, fire, serviceId, ...cast, send }
}

setListeners([])
