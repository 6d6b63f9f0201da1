import { seeded } from '#platform/seeded.ts'
import { partsAsked } from '../answer/parts.rules.ts'
import { type Evaluation, evaluate } from '../evaluate.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import type { FieldState, NodeState } from '../state.rules.ts'
import { facts } from './forms.ts'

type Draft = { [key: string]: unknown }

/** Answers whatever is asked, page by page, until nothing is missing; chance decides where there is a choice. */
export function fill(form: FormDefinition, seed: number): { answers: Draft; evaluation: Evaluation } {
  const random = seeded('fill', seed)
  const answers: Draft = {}
  for (let round = 0; round < 60; round++) {
    const evaluation = evaluate(form, answers, facts)
    const page = evaluation.pages.find(({ errors }) => errors.length > 0)
    if (!page) return { answers, evaluation }
    fillNodes(page.nodes, answers)
  }
  return { answers, evaluation: evaluate(form, answers, facts) }

  function fillNodes(nodes: readonly NodeState[], into: Draft): void {
    for (const node of nodes) {
      if (node.kind === 'field') {
        if (node.value === undefined && (node.required || random.chance(0.5))) into[node.field.key] = answer(node)
        continue
      }
      into[node.group.key] ??= Array.from({ length: node.group.min || random.int(0, 1) }, () => ({}))
      const entries = into[node.group.key] as Draft[]
      for (const [at, entry] of node.entries.entries()) fillNodes(entry.nodes, entries[at]!)
    }
  }

  function answer({ field, offered }: FieldState): unknown {
    const simple: Partial<Record<Field['kind'], unknown>> = {
      text: 'AB12',
      longText: 'lang',
      number: field.checks?.min ?? 1,
      money: field.checks?.min ?? 100,
      date: '2026-06-15',
      time: random.pick(['08:00', '12:00', '17:30']),
      yesNo: !field.key.startsWith('stop') && !field.key.startsWith('planted') && random.chance(0.5),
      declaration: true,
      upload: [{ id: 'f1', name: 'a.pdf' }],
      place: { lat: 52.4, lon: 13, label: 'Am Markt' },
      iban: 'DE89370400440532013000',
      plate: 'P-AB 123',
      email: 'ada@beispiel.de',
      phone: '0331 12345',
    }
    if (field.kind === 'choice') return random.pick(offered)
    if (field.kind === 'multiChoice') return [random.pick(offered)]
    if (field.kind in simple) return simple[field.kind]
    const parts: Record<string, string> = {
      street: 'Am Markt',
      postalCode: '14467',
      birthDate: '1980-05-03',
      email: 'a@b.de',
      phone: '0331 12345',
    }
    return Object.fromEntries(partsAsked(field).map((part) => [part, parts[part] ?? 'Muster']))
  }
}
