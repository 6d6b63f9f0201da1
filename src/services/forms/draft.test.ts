import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from './evaluate.rules.ts'
import type { FormDefinition } from './form.rules.ts'
import { jsonSchemaOf } from './json-schema.rules.ts'
import { feeOf, fillMinutes, neededDocuments } from './outline.rules.ts'
import { proveForm } from './proof/proof.rules.ts'
import { dogAnswers, dogForm, facts, fieldOf, formOf, pageOf } from './testing/forms.ts'
import { planted, plants } from './testing/planted.ts'
import { soundForm } from './testing/sound-form.ts'
import { carryOver } from './versions/carry.rules.ts'
import { diffForms } from './versions/diff.rules.ts'
import { replayForms } from './versions/replay.rules.ts'
import { stepToResume } from './way.rules.ts'

/** Everything that an editor sees of a draft while it is still wrong. */
function useAll(form: FormDefinition, answers: unknown): void {
  const evaluation = evaluate(form, answers, facts)
  expect(evaluate(form, JSON.parse(JSON.stringify(evaluation.values)), facts).values).toEqual(evaluation.values)
  stepToResume(evaluation)
  feeOf(evaluation)
  neededDocuments(form)
  fillMinutes(form)
  jsonSchemaOf(form)
  diffForms(dogForm, form)
  carryOver(dogForm, form, dogAnswers, facts)
  replayForms(form, dogForm, [{ id: '1', answers, facts }])
  proveForm(form, { today: facts.today })
}

it('a draft with any fault can be looked at and tried', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...plants), fc.jsonValue(), (seed, [, , plant], answers) => {
      useAll(planted(soundForm({ seed, pages: 2, fields: 4 }), plant), answers)
    }),
    { numRuns: 150 },
  )
})

it('a long chain of fields that wait for later ones does not run out of stack', () => {
  const is = (at: number) => ({ op: 'eq', left: { field: `f${at}` }, right: { value: true } })
  const chain = (at: number) => {
    let deep: unknown = is(at + 1)
    for (let n = 0; n < 9; n++) deep = { op: 'and', of: [deep] }
    return deep
  }
  const fields = Array.from({ length: 480 }, (_, at) => fieldOf(`f${at}`, 'yesNo', { visibleIf: at < 479 ? chain(at) : undefined }))
  const pages = Array.from({ length: 10 }, (_, at) => pageOf(`p${at}`, fields.slice(at * 48, at * 48 + 48)))
  const form = formOf(pages)
  useAll(form, Object.fromEntries(fields.map(({ key }) => [key, true])))
  expect(evaluate(form, Object.fromEntries(fields.map(({ key }) => [key, true])), facts).values.f0).toBe(true)
})
