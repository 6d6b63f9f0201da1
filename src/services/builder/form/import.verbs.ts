import { type Ctx, may } from '#platform/context.ts'
import { type Result, refuse } from '#platform/result.ts'
import { saveForm } from '../../applications/form.verbs.ts'
import type { Definition } from '../../definitions/definition.rules.ts'
import { definitionsOf } from '../../definitions/definition.sql.ts'
import { WRITE_DEFINITIONS } from '../../definitions/definition.verbs.ts'
import type { FormDefinition } from '../../forms/index.ts'
import { freeSlug } from '../key.rules.ts'

/** What a program needs that hands in forms: it may begin drafts and nothing else. */
export const IMPORT_FORMS = 'form.import'

/** A draft that belongs to no service yet; an editor begins the form of a service with it. */
export async function importForm(ctx: Ctx, form: FormDefinition): Promise<Result<Definition>> {
  if (!may(ctx, IMPORT_FORMS) && !may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const taken = new Set((await definitionsOf(ctx, 'form')).map(({ key }) => key))
  const key = freeSlug(form.title.de || form.key, 'formular', taken)
  const name = { de: form.title.de.slice(0, 120) || key, en: form.title.en.slice(0, 120) }
  const writing: Ctx = { ...ctx, actor: { ...ctx.actor, permissions: new Set([...ctx.actor.permissions, WRITE_DEFINITIONS]) } }
  return await saveForm(writing, { key, name, draft: { ...form, key } })
}
