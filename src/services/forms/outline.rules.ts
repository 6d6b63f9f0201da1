import type { Condition } from './condition.rules.ts'
import type { Evaluation } from './evaluate.rules.ts'
import type { Field, Words } from './field.rules.ts'
import type { FormDefinition } from './form.rules.ts'
import { allItems, isGroup } from './form-index.rules.ts'

/** A document that is needed, with all conditions on the way to it: without any it is always needed. */
export type NeededDocument = { path: string; label: Words; help: Words | undefined; optional: boolean; when: readonly Condition[] }

/** Documents to have at hand, for the page of the service and the beginning of the form. */
export function neededDocuments(form: FormDefinition): NeededDocument[] {
  return [...allItems(form)].flatMap(({ item, page, groups, path }) => {
    if (isGroup(item) || item.kind !== 'upload') return []
    const when = [page, ...groups, item].flatMap(({ visibleIf }) => visibleIf ?? [])
    if (item.optional && item.requiredIf) when.push(item.requiredIf)
    return [{ path, label: item.label, help: item.help, optional: !!item.optional && !item.requiredIf, when }]
  })
}

/** What is to be paid, in cents: the sum of all fees to be seen. Undefined while nothing is calculated. */
export function feeOf({ fields }: Pick<Evaluation, 'fields'>): number | undefined {
  const fees = [...fields.values()].filter(({ field, value }) => field.fee && typeof value === 'number')
  return fees.length ? fees.reduce((sum, { value }) => sum + (value as number), 0) : undefined
}

const seconds: Partial<Record<Field['kind'], number>> = {
  longText: 60,
  upload: 60,
  place: 30,
  address: 25,
  person: 20,
  organisation: 20,
  iban: 25,
  declaration: 15,
  info: 10,
  calculated: 0,
}

/** Minutes that filling in is thought to take when everything is asked once: a guess by kind (12 seconds a field unless said), not measured. */
export const fillMinutes = (form: FormDefinition): number =>
  Math.max(1, Math.round([...allItems(form)].reduce((sum, { item }) => sum + (isGroup(item) ? 0 : (seconds[item.kind] ?? 12)), 0) / 60))

/** Ids of all stored files in answers, wherever they stand. */
export function filesIn(evaluation: Pick<Evaluation, 'fields'>): { path: string; ids: string[] }[] {
  return [...evaluation.fields.values()].flatMap(({ field, path, value }) =>
    field.kind === 'upload' && Array.isArray(value) ? [{ path, ids: value.map(({ id }) => id) }] : [],
  )
}
