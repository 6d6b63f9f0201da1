import { own } from '../../forms/answer/answer.rules.ts'
import { allItems, type FormDefinition } from '../../forms/index.ts'
import type { Period } from './period.rules.ts'

export type Decision = { number: string; title: string; letterDate: string | undefined; period: Pick<Period, 'late'> }

/** Names of fields that a form for objections may have; what is known stands in them, to be seen and changed. */
export function knownAnswers(form: FormDefinition, decision: Decision, said: { form: FormDefinition; answers: unknown } | undefined) {
  const known: Record<string, unknown> = {
    reference: decision.number,
    decision: decision.title,
    decidedOn: decision.letterDate,
    extent: 'whole',
    late: decision.period.late,
    ...(said ? whoIn(said.form, said.answers) : {}),
  }
  const keys = new Set([...allItems(form)].filter(({ groups }) => groups.length === 0).map(({ item }) => item.key))
  return Object.fromEntries(Object.entries(known).filter(([key, value]) => value !== undefined && keys.has(key)))
}

/** The first person, address and mail of what was sent for the decision. */
function whoIn(form: FormDefinition, answers: unknown): Record<string, unknown> {
  const first = (kind: string) =>
    [...allItems(form)]
      .filter(({ item, groups }) => groups.length === 0 && item.kind === kind)
      .map(({ item }) => own(answers, item.key))
      .find((value) => value !== undefined)
  const person = first('person')
  const [firstName, lastName] = [own(person, 'firstName'), own(person, 'lastName')]
  return {
    applicant: typeof lastName === 'string' ? { firstName, lastName } : undefined,
    address: first('address'),
    email: first('email'),
  }
}
