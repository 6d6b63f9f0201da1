import type { Ctx } from '#platform/context.ts'
import { type Result, refuse } from '#platform/result.ts'
import { offerOnline } from '../../applications/form.verbs.ts'
import type { OnlineService } from '../../applications/online.rules.ts'
import { serviceById } from '../../catalogue/index.ts'
import { formOfService } from '../form/form.read.ts'

/** From now on the service can be applied for online: by its form, on the way of a workflow, at a unit. */
export async function offerService(
  ctx: Ctx,
  { id, workflow, unitId, remedy }: { id: string; workflow: string; unitId: string; remedy: OnlineService['remedy'] },
): Promise<Result<true>> {
  const service = await serviceById(ctx, id)
  if (!service) return refuse('unknown')
  const form = await formOfService(ctx, service)
  if (!form) return refuse('formNotPublished')
  const { de, en } = service.draft
  const name = { de: de.name, en: en.name }
  return await offerOnline(ctx, { serviceId: id, slug: service.slug, name, form: form.key, workflow, unitId, remedy })
}
