import { own } from '../forms/answer/answer.rules.ts'
import { allItems, type FormDefinition } from '../forms/index.ts'

export type Recipient = { name: string; lines: string[] }

/** Whom a letter goes to, as far as the answers say it: the first person or organisation of the form, and the first address. */
export function recipientIn(form: FormDefinition, values: unknown): Recipient {
  const answers = [...allItems(form)].flatMap(({ item, groups }) => {
    const value = groups.length === 0 ? own(values, item.key) : undefined
    return value === undefined ? [] : [{ kind: item.kind, value }]
  })
  const partsOf = (kind: string) => answers.find((one) => one.kind === kind)?.value
  const text = (from: unknown, ...names: string[]) =>
    names
      .map((name) => own(from, name))
      .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
      .join(' ')
  const [person, organisation, address] = [partsOf('person'), partsOf('organisation'), partsOf('address')]
  const names = [text(organisation, 'name', 'legalForm'), text(person, 'firstName', 'lastName')].filter(Boolean)
  const [name = '', ...more] = names
  return { name, lines: [...more, text(address, 'street', 'houseNumber', 'addition'), text(address, 'postalCode', 'city')].filter(Boolean) }
}
