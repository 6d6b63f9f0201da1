import { expect, test } from 'vitest'
import { type Facts, unmet } from './guard.rules.ts'
import type { Guard } from './workflow.rules.ts'

const quiet: Facts = {
  questionOpen: false,
  opinionsMissing: [],
  documentsMissing: [],
  feeOpen: false,
  letterOut: true,
  takenBy: new Map([['draft', 'anna']]),
  deadlinesOver: new Set(['deemed']),
  personId: 'lea',
}

test.each<[string, Guard, Partial<Facts>]>([
  ['a question waits', { kind: 'questionAnswered' }, { questionOpen: true }],
  ['an opinion is missing', { kind: 'opinionsIn' }, { opinionsMissing: ['fire'] }],
  ['the drafter herself', { kind: 'fourEyes', of: 'draft' }, { personId: 'anna' }],
  ['nobody drafted', { kind: 'fourEyes', of: 'draft' }, { takenBy: new Map() }],
  ['the system drafted', { kind: 'fourEyes', of: 'draft' }, { takenBy: new Map([['draft', undefined]]) }],
  ['the system approves', { kind: 'fourEyes', of: 'draft' }, { personId: undefined }],
  ['a document is missing', { kind: 'documentsComplete' }, { documentsMissing: ['plan'] }],
  ['the fee is open', { kind: 'feeSettled' }, { feeOpen: true }],
  ['no letter is out', { kind: 'letterHandedOver' }, { letterOut: false }],
  ['the time is not over', { kind: 'deadlineOver', deadline: 'deemed' }, { deadlinesOver: new Set(['other']) }],
])('%s', (_, guard, facts) => {
  expect(unmet({ guards: [guard] }, { ...quiet, ...facts })).toEqual([guard])
  expect(unmet({ guards: [guard] }, quiet)).toEqual([])
})

test('all that is unmet is named, in order', () => {
  const guards: Guard[] = [{ kind: 'feeSettled' }, { kind: 'questionAnswered' }, { kind: 'letterHandedOver' }]
  expect(unmet({ guards }, { ...quiet, feeOpen: true, letterOut: false })).toEqual([guards[0], guards[2]])
})
