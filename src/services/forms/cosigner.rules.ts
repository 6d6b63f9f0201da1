import { own } from './answer/answer.rules.ts'
import { conditionHolds, evaluate } from './evaluate.rules.ts'
import type { Facts } from './facts.rules.ts'
import type { Words } from './field.rules.ts'
import type { FormDefinition } from './form.rules.ts'

/** Somebody who has to sign these answers too. `person` is the field that names her. */
export type AskedCosigner = { person: string; name: string; email: string; declares: Words }

/** Who has to sign besides who fills it in, as the answers say: persons that are named, where their condition holds. */
export function cosignersAsked(form: FormDefinition, answers: unknown, facts: Facts): AskedCosigner[] {
  if (form.cosigners.length === 0) return []
  const { values } = evaluate(form, answers, facts)
  return form.cosigners.flatMap(({ person, declares, when }) => {
    const named = own(values, person)
    if (named === undefined || (when && !conditionHolds(form, answers, facts, when))) return []
    const part = (name: string) => String(own(named, name) ?? '')
    return [{ person, name: `${part('firstName')} ${part('lastName')}`.trim(), email: part('email').toLowerCase(), declares }]
  })
}
