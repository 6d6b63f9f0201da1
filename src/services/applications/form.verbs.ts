import { record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { unitBy } from '../cases/index.ts'
import type { DefinitionInput } from '../definitions/definition.rules.ts'
import { definitionBy, versionInForce } from '../definitions/definition.sql.ts'
import {
  type Proving,
  PUBLISH_DEFINITIONS,
  publishDefinition,
  retireDefinition,
  saveDefinition,
  undoDefinition,
} from '../definitions/definition.verbs.ts'
import { FormDefinition, proveForm } from '../forms/index.ts'
import { applicationSettings } from './application.events.ts'
import { OnlineInput } from './online.rules.ts'
import { putOnline } from './online.sql.ts'

/** Pages of services say whether they can be applied for, and how long it takes. */
export const formProving: Proving = {
  kind: 'form',
  parse: (draft) => FormDefinition.safeParse(draft).data,
  faults: async (_, content, today) =>
    proveForm(FormDefinition.parse(content), { today }).flatMap(({ grade, kind }) => (grade === 'fault' ? [kind] : [])),
  shownIn: ['service'],
}

export const saveForm = (ctx: Ctx, input: DefinitionInput) => saveDefinition(ctx, formProving, input)
export const undoForm = (ctx: Ctx, input: { key: string; revision: number }) => undoDefinition(ctx, formProving, input)
export const publishForm = (ctx: Ctx, input: { key: string; revision: number }) => publishDefinition(ctx, formProving, input)
export const retireForm = (ctx: Ctx, input: { key: string }) => retireDefinition(ctx, formProving, input)

/** From now on a service can be applied for by this form, goes this way and comes to this unit. */
export async function offerOnline(
  ctx: Ctx,
  given: OnlineInput,
): Promise<Result<true, 'notAllowed' | 'formNotPublished' | 'workflowNotPublished' | 'unitUnknown'>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const input = OnlineInput.parse(given)
  const [form, workflow] = [await definitionBy(ctx, 'form', input.form), await definitionBy(ctx, 'workflow', input.workflow)]
  if (!form || !(await versionInForce(ctx, 'form', form.id))) return refuse('formNotPublished', { field: 'form' })
  if (!workflow || !(await versionInForce(ctx, 'workflow', workflow.id))) return refuse('workflowNotPublished', { field: 'workflow' })
  if (!(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  announce(ctx, ['service'])
  await putOnline(ctx, { ...input, formId: form.id, workflowId: workflow.id })
  await record(ctx, applicationSettings.offered, { about: [{ type: 'service', id: input.serviceId }], data: { key: input.slug } })
  return ok(true)
}
