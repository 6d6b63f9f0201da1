import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { onlineBy } from '../../applications/online.sql.ts'
import type { Service } from '../../catalogue/index.ts'
import type { Definition, Version } from '../../definitions/definition.rules.ts'
import { definitionBy, definitionById, definitionsOf, versionsOf } from '../../definitions/definition.sql.ts'
import {
  accountAttributes,
  type Change,
  diffForms,
  type Finding,
  FormDefinition,
  proveForm,
  type Replay,
  replayForms,
} from '../../forms/index.ts'
import { type Ahead, aheadOf } from '../publication/publication.read.ts'
import { answersSent, openDraftsOf } from './form.sql.ts'

/** What the form of a service is called before the service is online. */
export const formKeyOf = ({ slug }: Pick<Service, 'slug'>): string => slug.slice(0, 60)

/** The form by which a service is applied for, or that is being written for it. */
export async function formOfService(ctx: Ctx, service: Pick<Service, 'id' | 'slug'>): Promise<Definition | undefined> {
  const online = await onlineBy(ctx, { serviceId: service.id })
  return online ? await definitionById(ctx, 'form', online.formId) : await definitionBy(ctx, 'form', formKeyOf(service))
}

export type FormAtWork = {
  definition: Definition
  form: FormDefinition
  versions: readonly Version[]
  inForce: Version | undefined
  findings: readonly Finding[]
  /** What publishing the draft would change. */
  changes: readonly Change[]
  ahead: Ahead
  /** What is wrong today with the version that could not go live. */
  failedFindings: readonly Finding[]
}

/** The draft of a service's form with everything its pages show. */
export async function formAtWork(ctx: Ctx, service: Pick<Service, 'id' | 'slug'>): Promise<FormAtWork | undefined> {
  const definition = await formOfService(ctx, service)
  const form = definition && FormDefinition.safeParse(definition.draft).data
  if (!definition || !form) return undefined
  const versions = await versionsOf(ctx, 'form', definition.id)
  const inForce = versions.find(({ retiredAt }) => !retiredAt)
  const before = FormDefinition.safeParse((inForce ?? versions[0])?.content).data
  const ahead = await aheadOf(ctx, 'form', definition, versions[0]?.publishedAt)
  const failed = FormDefinition.safeParse(ahead.failed?.content).data
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  return {
    definition,
    form,
    versions,
    inForce,
    findings: proveForm(form, { today, attributes: accountAttributes }),
    changes: before ? diffForms(before, form) : [],
    ahead,
    failedFindings: failed ? proveForm(failed, { today }).filter(({ grade }) => grade === 'fault') : [],
  }
}

/** So many of the newest applications are tried with the draft. */
export const REPLAYED = 200

/** What the draft would have done with the newest applications, and how many are being filled in with an earlier version. */
export async function replayOf(
  ctx: Ctx,
  { definition, form, versions }: FormAtWork,
): Promise<{ replay: Replay | undefined; drafts: number }> {
  const drafts = await openDraftsOf(ctx, definition.id)
  const sent = await answersSent(ctx, definition.id, REPLAYED)
  const forms = new Map(versions.map(({ number, content }) => [number, FormDefinition.safeParse(content).data]))
  const counts = { refused: 0, exit: 0, fee: 0, calculated: 0, lost: 0 }
  const all = { total: 0, same: 0, counts, examples: [] as Replay['examples'][number][] }
  for (const [number, before] of forms) {
    const those = sent.filter(({ formNumber }) => formNumber === number)
    if (!before || those.length === 0) continue
    const one = replayForms(
      before,
      form,
      those.map(({ id, answers, sentAt }) => ({ id, answers, facts: { today: dayIn(sentAt, ctx.town.timeZone) } })),
      20,
    )
    all.total += one.total
    all.same += one.same
    for (const kind of Object.keys(counts) as (keyof typeof counts)[]) counts[kind] += one.counts[kind]
    all.examples.push(...one.examples)
  }
  return { replay: all.total > 0 ? { ...all, examples: all.examples.slice(0, 20) } : undefined, drafts }
}

/** All forms of the town by name, to begin another one with. */
export async function formsToCopy(ctx: Ctx): Promise<{ key: string; name: { de: string; en: string } }[]> {
  return (await definitionsOf(ctx, 'form')).map(({ key, name }) => ({ key, name }))
}

export async function formToCopy(ctx: Ctx, key: string): Promise<FormDefinition | undefined> {
  return FormDefinition.safeParse((await definitionBy(ctx, 'form', key))?.draft).data
}
