import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Definition, Version } from '../../definitions/definition.rules.ts'
import { definitionBy, definitionsOf, versionInForce } from '../../definitions/definition.sql.ts'
import { scheduledDays } from '../../definitions/scheduled.sql.ts'
import { accountAttributes, type Finding, FormDefinition, proveForm } from '../../forms/index.ts'
import { servicesOfForms } from './form.sql.ts'

export type ListedForm = {
  key: string
  name: { de: string; en: string }
  changedAt: Date
  number: number | undefined
  /** From which its next version is in force. */
  day: string | undefined
  /** The service that it is written for. */
  serviceId: string | undefined
}

/** All forms of the town, also those that came in and wait for a service. */
export async function listedForms(ctx: Ctx): Promise<ListedForm[]> {
  const services = await servicesOfForms(ctx)
  const days = await scheduledDays(ctx, 'form')
  return (await definitionsOf(ctx, 'form')).map(({ id, key, name, changedAt, inForce }) => ({
    key,
    name,
    changedAt,
    number: inForce?.number,
    day: days.get(id),
    serviceId: services.get(id),
  }))
}

export type LooseForm = { definition: Definition; form: FormDefinition; findings: readonly Finding[] }

export async function looseForm(ctx: Ctx, key: string): Promise<LooseForm | undefined> {
  const definition = await definitionBy(ctx, 'form', key)
  const form = FormDefinition.safeParse(definition?.draft).data
  return (
    definition &&
    form && { definition, form, findings: proveForm(form, { today: dayIn(ctx.now(), ctx.town.timeZone), attributes: accountAttributes }) }
  )
}

/** A form as it is published, by its key. */
export async function publishedForm(ctx: Ctx, key: string): Promise<{ version: Version; form: FormDefinition } | undefined> {
  const definition = await definitionBy(ctx, 'form', key)
  const version = definition && (await versionInForce(ctx, 'form', definition.id))
  const form = FormDefinition.safeParse(version?.content).data
  return version && form && { version, form }
}
