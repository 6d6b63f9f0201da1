import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { retireForm, saveForm, undoForm } from '../../applications/form.verbs.ts'
import { type Service, serviceById } from '../../catalogue/index.ts'
import type { Definition } from '../../definitions/definition.rules.ts'
import { definitionBy, versionBy } from '../../definitions/definition.sql.ts'
import { WRITE_DEFINITIONS } from '../../definitions/definition.verbs.ts'
import { FormDefinition } from '../../forms/index.ts'
import { editedForm, type FormEdit } from './edit.rules.ts'
import { formKeyOf, formOfService } from './form.read.ts'

type At = { id: string; revision: number }

/** Begins the form of a service: empty, or with what another form or a file holds. */
export async function beginForm(ctx: Ctx, { id, from }: { id: string; from?: FormDefinition | undefined }): Promise<Result<Definition>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const service = await serviceById(ctx, id)
  if (!service) return refuse('unknown')
  const known = await formOfService(ctx, service)
  const { de, en, legalBasis } = service.draft
  const title = { de: de.name, en: en.name }
  const key = known?.key ?? formKeyOf(service)
  const draft = {
    ...(from ?? { legalBasis: legalBasis.slice(0, 300) || undefined, pages: [] }),
    key,
    title: from?.title.de ? from.title : title,
  }
  return await saveForm(ctx, { key, name: nameOf(service), draft, ...(known && { revision: known.revision }) })
}

const nameOf = ({ draft: { de, en } }: Service) => ({ de: de.name.slice(0, 120), en: en.name.slice(0, 120) })

export type FormChanged = { definition: Definition; added: string | undefined }

/** One change of the draft. `plan` reads the draft and says which, or why not. */
export async function changeForm(
  ctx: Ctx,
  { id, revision }: At,
  plan: (form: FormDefinition) => Result<FormEdit>,
): Promise<Result<FormChanged>> {
  const known = await draftOf(ctx, id)
  if (!known.ok) return known
  const { definition, form } = known.value
  if (definition.revision !== revision) return refuse('draftChanged')
  const planned = plan(form)
  if (!planned.ok) return planned
  const after = editedForm(form, planned.value)
  if (!after) return refuse('noSuchPlace')
  const { key, name } = definition
  const saved = await saveForm(ctx, { key, name, draft: after.form, revision })
  return saved.ok ? ok({ definition: saved.value, added: after.key }) : saved
}

async function draftOf(ctx: Ctx, id: string): Promise<Result<{ definition: Definition; form: FormDefinition }>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const service = await serviceById(ctx, id)
  const found = service && (await formOfService(ctx, service))
  // Held before it is read, so that two changes do not write each other over.
  const definition = found && (await definitionBy(ctx, 'form', found.key, { hold: true }))
  const form = definition && FormDefinition.safeParse(definition.draft).data
  return definition && form ? ok({ definition, form }) : refuse('unknown')
}

export async function undoFormChange(ctx: Ctx, { id, revision }: At): Promise<Result<Definition>> {
  const known = await draftOf(ctx, id)
  return known.ok ? await undoForm(ctx, { key: known.value.definition.key, revision }) : known
}

/** An earlier version becomes the draft, which may then be changed and published. */
export async function restoreForm(ctx: Ctx, { id, number, revision }: At & { number: number }): Promise<Result<Definition>> {
  const known = await draftOf(ctx, id)
  if (!known.ok) return known
  const { definition } = known.value
  const version = await versionBy(ctx, 'form', definition.id, number)
  if (!version) return refuse('unknown')
  return await saveForm(ctx, { key: definition.key, name: definition.name, draft: version.content, revision })
}

/** What the form of a service is called, for who may write it. */
export async function keyOfForm(ctx: Ctx, id: string): Promise<Result<string>> {
  const known = await draftOf(ctx, id)
  return known.ok ? ok(known.value.definition.key) : known
}

export async function retireFormOf(ctx: Ctx, { id }: { id: string }): Promise<Result<true>> {
  const known = await draftOf(ctx, id)
  return known.ok ? await retireForm(ctx, { key: known.value.definition.key }) : known
}
