import { expect, test } from 'vitest'
import { step } from '#platform/process.ts'
import { standardWorkflow } from './standard.ts'
import { processOf, stepsFrom, targetsOf, Workflow } from './workflow.rules.ts'

const standard = standardWorkflow()
const process = processOf(standard)

test('the case engine takes its steps', () => {
  expect(step(process, 'accept', { state: 'submitted' })).toMatchObject({ ok: true, value: { to: 'received', stage: 'accepted' } })
  expect(step(process, 'accept', { state: 'inReview' })).toMatchObject({ refusal: { code: 'wrongState' } })
  expect(step(process, 'end', { state: 'inReview' }, { text: 'So' })).toMatchObject({ refusal: { code: 'reasonMissing' } })
  expect(step(process, 'ask', { state: 'inReview' }, { text: ' ' })).toMatchObject({ refusal: { code: 'textMissing' } })
  expect(process.ends).toEqual(['closed', 'ended', 'withdrawn', 'transferred'])
})

test('what can be done in a state, in the order of the workflow', () => {
  expect(stepsFrom(standard, 'approval').map(({ key }) => key)).toEqual(['return', 'approve', 'withdraw', 'end'])
  expect(stepsFrom(standard, 'withdrawn')).toEqual([])
})

test('back leads to wherever the question was asked', () => {
  const steps = standard.steps.map((one) =>
    one.key === 'ask' ? { ...one, from: ['received', 'inReview'] } : one.key === 'answer' ? { ...one, to: 'before' } : one,
  )
  expect(targetsOf({ ...standard, steps }, { to: 'before' }, 'waitingParty')).toEqual(['received', 'inReview'])
})

test.each([
  ['a key that is none', { start: 'In Review' }],
  ['no state', { states: [] }],
  ['a stage of drafts', { states: [{ key: 's', stage: 'draft', words: { de: 'S', en: 'S' } }] }],
])('%s is no workflow', (_, change) => {
  expect(Workflow.safeParse({ ...standard, ...change }).success).toBe(false)
})
