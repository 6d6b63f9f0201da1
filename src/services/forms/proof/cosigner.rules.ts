import { partsAsked } from '../answer/parts.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup } from '../form-index.rules.ts'
import { type Finding, found } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** What a link to sign needs to reach somebody: whom to greet, and where. */
const needed = ['firstName', 'lastName', 'email']

/** Each second signature is asked of one person whom the form knows and can reach, by somebody who can be told what became of it. */
export function proveCosigners(form: FormDefinition): Finding[] {
  const { cosigners, trustLevel } = form
  const items = [...allItems(form)]
  const doubled = cosigners.filter(({ person }, n) => cosigners.findIndex((one) => one.person === person) < n)
  return [
    ...(cosigners.length > 0 && trustLevel === 'none' ? [found('cosignerAnonymous', {})] : []),
    ...doubled.map(({ person }) => found('doubledKey', {}, { key: person })),
    ...cosigners.flatMap(({ person }): Finding[] => {
      const placed = items.find(({ item }) => item.key === person)
      if (!placed || isGroup(placed.item) || placed.item.kind !== 'person') return [found('unknownField', {}, { key: person })]
      if (placed.groups.length > 0) return [found('outOfScope', placeOf(placed), { key: person })]
      const asked = partsAsked(placed.item)
      return needed.every((part) => asked.includes(part)) ? [] : [found('cosignerUnreachable', placeOf(placed), { key: person })]
    }),
  ]
}
