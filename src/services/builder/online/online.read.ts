import type { Ctx } from '#platform/context.ts'
import type { OnlineService } from '../../applications/online.rules.ts'
import { onlineBy } from '../../applications/online.sql.ts'
import type { Service } from '../../catalogue/index.ts'
import { definitionById, definitionsOf, versionInForce } from '../../definitions/definition.sql.ts'
import { Workflow } from '../../workflows/workflow.rules.ts'
import { formOfService } from '../form/form.read.ts'
import { letterChoices } from '../workflow/workflow.read.ts'

type Named = { key: string; name: { de: string; en: string } }
/** What a service has and lacks on its way to be applied for online. */
export type WayOnline = {
  form: { number: number | undefined } | undefined
  /** Workflows that are in force. */
  workflows: readonly Named[]
  /** How it is offered now. */
  online: { workflow: Named | undefined; unitId: string; remedy: OnlineService['remedy'] } | undefined
  /** The letters that the chosen workflow writes. */
  letters: readonly string[]
}

export async function wayOnline(ctx: Ctx, service: Pick<Service, 'id' | 'slug'>): Promise<WayOnline> {
  const form = await formOfService(ctx, service)
  const inForce = form && (await versionInForce(ctx, 'form', form.id))
  const all = await definitionsOf(ctx, 'workflow')
  const online = await onlineBy(ctx, { serviceId: service.id })
  const workflow = online && (await definitionById(ctx, 'workflow', online.workflowId))
  const running = workflow && (await versionInForce(ctx, 'workflow', workflow.id))
  const steps = Workflow.safeParse(running?.content).data?.steps ?? []
  const names = new Map((await letterChoices(ctx)).map(({ key, name }) => [key, name]))
  return {
    form: form && { number: inForce?.number },
    workflows: all.flatMap(({ key, name, inForce: version }) => (version ? [{ key, name }] : [])),
    online: online && { workflow: workflow && { key: workflow.key, name: workflow.name }, unitId: online.unitId, remedy: online.remedy },
    letters: [...new Set(steps.flatMap(({ letter }) => (letter === undefined ? [] : [names.get(letter) ?? letter])))],
  }
}
