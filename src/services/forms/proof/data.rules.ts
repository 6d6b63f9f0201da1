import type { Field, Words } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup, type Placed } from '../form-index.rules.ts'
import { type FieldKind, trustLevels } from '../kinds.rules.ts'
import { type Finding, found } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** Answers of these kinds are about a person unless the field says that they are not. */
const personal: ReadonlySet<FieldKind> = new Set(['person', 'address', 'iban', 'plate', 'email', 'phone'])

/** What a kind tells under which name, if the field names none itself. */
const attributes: Partial<Record<FieldKind, string>> = {
  person: 'name',
  address: 'address',
  iban: 'iban',
  email: 'email',
  phone: 'phone',
  organisation: 'organisation',
}

export const isPersonal = ({ kind, dataClass }: Field) => (dataClass ? dataClass !== 'none' : personal.has(kind))

const isSaid = (words: Words | undefined) => !!words && (words.de.trim() !== '' || words.en.trim() !== '')

/** Personal data has purpose and legal basis; nobody types what the town knows. `known` are names of attributes. */
export function proveData(form: FormDefinition, known: readonly string[]): Finding[] {
  const fields = [...allItems(form)].filter((placed): placed is Placed<Field> => !isGroup(placed.item))
  const asked = new Set<string>()
  return fields.flatMap((placed) => {
    const { item: field } = placed
    const place = placeOf(placed)
    const findings: Finding[] = []
    if (isPersonal(field)) {
      // Special categories need words of their own; for others those of the form hold.
      const isSpecial = field.dataClass === 'special'
      if (!isSaid(field.purpose) && (isSpecial || !isSaid(form.purpose))) findings.push(found('noPurpose', place))
      if (!field.legalBasis?.trim() && (isSpecial || !form.legalBasis?.trim())) findings.push(found('noLegalBasis', place))
    }
    if (field.trustLevel && trustLevels.indexOf(field.trustLevel) > trustLevels.indexOf(form.trustLevel)) {
      findings.push(found('trustTooLow', place, { field: field.trustLevel, form: form.trustLevel }))
    }
    const attribute = field.onceOnly ?? attributes[field.kind]
    // Entries of a group are mostly about others: children, dogs.
    if (attribute && known.includes(attribute) && !field.prefill && placed.groups.length === 0)
      findings.push(found('alreadyKnown', place, { attribute }))
    if (field.onceOnly && asked.has(field.onceOnly)) findings.push(found('askedTwice', place, { attribute: field.onceOnly }))
    if (field.onceOnly) asked.add(field.onceOnly)
    return findings
  })
}
