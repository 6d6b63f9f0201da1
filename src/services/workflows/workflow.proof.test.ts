import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clerk, soundWorkflow, w } from '../../../test/setup/workflows.ts'
import { type Fault, faults, type Town } from './finding.rules.ts'
import { inquiryWorkflow } from './inquiry.ts'
import { objectionWorkflow } from './objection.ts'
import { standardWorkflow } from './standard.ts'
import { proveWorkflow } from './workflow.proof.ts'
import type { Who, Workflow } from './workflow.rules.ts'

const people: Record<string, string[]> = { clerk: ['anna', 'ben'], lead: ['lea', 'lutz'] }
const town: Town = {
  roles: ['clerk', 'lead', 'crew'],
  units: ['parks', 'fire'],
  letters: ['decision', 'other', 'abhilfebescheid', 'widerspruchsbescheid'],
  holders: (who) => ('role' in who && who.role ? (people[who.role] ?? []) : ['anna', 'ben', 'lea']),
}
const found = (workflow: Workflow, there: Town = town) => [...new Set(proveWorkflow(workflow, there).map(({ fault }) => fault))]

type Parts = { workflow: Workflow; town: Town; draft: string; approve: string; turn: string }

/** The same with one fault of each kind. */
const plant: Record<Fault, (it: Parts) => void> = {
  noStart: ({ workflow }) => {
    workflow.start = 'nowhere'
  },
  noEnd: ({ workflow }) => {
    for (const state of workflow.states) if (state.stage === 'done' || state.stage === 'ended') state.stage = 'inProgress'
  },
  unknownState: ({ workflow }) => {
    stepOf(workflow, 'again').to = 'nowhere'
  },
  unknownStep: ({ workflow }) => {
    stepOf(workflow, 'again').guards = [{ kind: 'fourEyes', of: 'nothing' }]
  },
  unknownOpinion: ({ workflow }) => void workflow.states[0]!.opinions.push('nobody'),
  unknownDeadline: ({ workflow }) => {
    stepOf(workflow, 'deem').guards = [{ kind: 'deadlineOver', deadline: 'none' }]
  },
  unknownRole: ({ workflow }) => {
    stepOf(workflow, 'ask').who = { by: 'role', role: 'king' }
  },
  unknownUnit: ({ workflow }) => {
    workflow.opinions[0]!.unit = 'moon'
  },
  doubledKey: ({ workflow }) => void workflow.steps.push({ ...stepOf(workflow, 'ask') }),
  missingTranslation: ({ workflow }) => {
    workflow.states[0]!.words = { de: 'Da', en: ' ' }
  },
  deadEnd: ({ workflow }) => {
    workflow.states.push({ key: 'pit', stage: 'inProgress', words: w('Pit'), responsible: clerk, tasks: [], opinions: [] })
    workflow.steps.push(
      { ...stepOf(workflow, 'ask'), key: 'fall', to: 'pit' },
      { ...stepOf(workflow, 'ask'), key: 'dig', from: ['pit'], to: 'same' },
    )
  },
  unreachable: ({ workflow }) => {
    workflow.states.push({ key: 'island', stage: 'inProgress', words: w('Island'), responsible: clerk, tasks: [], opinions: [] })
    workflow.steps.push({ ...stepOf(workflow, 'ask'), key: 'sail', from: ['island'], to: 'end' })
  },
  nobodyResponsible: ({ workflow }) => {
    workflow.states[0]!.responsible = { by: 'role', role: 'crew' }
  },
  responsibleCannotAct: ({ workflow, turn }) => {
    const state = workflow.states.find(({ key }) => key === turn)!
    state.responsible = clerk
    for (const step of workflow.steps) if (step.from.includes(turn)) step.who = step.key === 'late' ? { by: 'system' } : { by: 'party' }
  },
  nobodyForStep: ({ workflow }) => {
    stepOf(workflow, 'again').who = { by: 'role', role: 'crew' }
  },
  neverTaken: ({ workflow }) => {
    stepOf(workflow, 'deem').guards = []
  },
  waitsForever: ({ workflow, turn }) => {
    workflow.states.find(({ key }) => key === turn)!.timeOut = undefined
  },
  timeOutNowhere: ({ workflow }) => {
    stepOf(workflow, 'late').to = 'same'
  },
  nowhereBack: ({ workflow }) => {
    stepOf(workflow, 'again').to = 'before'
  },
  oneAloneCouldDoBoth: ({ workflow, approve }) => {
    stepOf(workflow, approve).who = { by: 'role', role: 'solo' }
  },
  guardNeverMet: ({ workflow }) => {
    for (const state of workflow.states) state.opinions = []
  },
  reasonsMissing: ({ workflow }) => void stepOf(workflow, 'ask').needs.push('reason'),
  outcomesMissing: ({ workflow }) => {
    workflow.outcomes = []
  },
  letterUnnamed: ({ workflow }) => {
    stepOf(workflow, 'write').letter = undefined
  },
  letterUnknown: ({ workflow }) => {
    stepOf(workflow, 'write').letter = 'lost'
  },
  lawUnnamed: ({ workflow }) => {
    workflow.deadlines[0]!.law = ' '
  },
}
const stepOf = (workflow: Workflow, key: string) => workflow.steps.find((step) => step.key === key)!

const partsOf = (workflow: Workflow): Parts => {
  const approving = workflow.steps.find(({ guards }) => guards.some(({ kind }) => kind === 'fourEyes'))!
  const guard = approving.guards.find((one) => one.kind === 'fourEyes')!
  return {
    workflow,
    // Only for the planted fault: the one who approves is the only one who may, and drafts as well.
    town: {
      ...town,
      roles: [...town.roles, 'solo'],
      holders: (who) => ('role' in who && who.role === 'solo' ? ['anna'] : town.holders(who)),
    },
    draft: guard.of,
    approve: approving.key,
    turn: workflow.states.find(({ timeOut }) => timeOut)!.key,
  }
}

test('a sound workflow is never refused', () => {
  fc.assert(
    fc.property(soundWorkflow, (workflow) => {
      expect(proveWorkflow(workflow, town)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test.each(faults)('a planted fault is always found: %s', (fault) => {
  fc.assert(
    fc.property(soundWorkflow, (workflow) => {
      const parts = partsOf(structuredClone(workflow))
      plant[fault](parts)
      expect(found(parts.workflow, parts.town)).toContain(fault)
    }),
    { numRuns: 60 },
  )
})

describe('four eyes', () => {
  const standard = standardWorkflow()
  test('a way around by one person is found', () => {
    const approve = stepOf(standard, 'approve')
    const around = { ...approve, key: 'quick', guards: [], who: clerk }
    expect(found({ ...standard, steps: [...standard.steps, around] })).toEqual(['oneAloneCouldDoBoth'])
  })
  test('a way to the approval without a draft is found', () => {
    const jump = { ...stepOf(standard, 'start'), key: 'jump', to: 'approval' }
    expect(found({ ...standard, steps: [...standard.steps, jump] })).toEqual(['oneAloneCouldDoBoth'])
  })
  test('one person in both roles is enough only if there is a second one who approves', () => {
    const holders = (leads: string[]) => (who: Who) => ('role' in who && who.role === 'lead' ? leads : ['anna', 'lea'])
    expect(found(standard, { ...town, holders: holders(['lea']) })).toEqual(['oneAloneCouldDoBoth'])
    expect(found(standard, { ...town, holders: holders(['lea', 'lutz']) })).toEqual([])
    expect(found(standard, { ...town, holders: holders(['lutz']) })).toEqual([])
  })
})

test('a time-out with a further condition leads nowhere; an answer goes back to where the question was asked', () => {
  const standard = standardWorkflow()
  const change = (key: string, more: Partial<(typeof standard.steps)[number]>) => ({
    ...standard,
    steps: standard.steps.map((step) => (step.key === key ? { ...step, ...more } : step)),
  })
  expect(found(change('answerMissing', { guards: [{ kind: 'feeSettled' }] }))).toEqual(['timeOutNowhere'])
  expect(found(change('answer', { to: 'before' }))).toEqual([])
  expect(found(change('return', { to: 'before' }))).toEqual(['nowhereBack'])
  expect(found(change('close', { who: { by: 'system' }, to: 'same' }))).toContain('timeOutNowhere')
})

test('times that only lead to each other lead nowhere', () => {
  const standard = standardWorkflow()
  const late = stepOf(standard, 'answerMissing')
  const states = standard.states.map((state) =>
    state.key === 'inReview' ? { ...state, timeOut: { days: 3, working: false, step: 'round' } } : state,
  )
  const steps = [...standard.steps, { ...late, key: 'round', from: ['inReview'], to: 'waitingParty' }]
  expect(found({ ...standard, states, steps })).toEqual(['timeOutNowhere'])
})

test.each([
  ['as it is', standardWorkflow()],
  ['with opinions', standardWorkflow({ opinions: [{ key: 'fire', words: w('Fire'), unit: 'fire', days: 10 }] })],
  ['with a law by which silence means yes', standardWorkflow({ deemed: { law: '§ 42a VwVfG', months: 3 } })],
  [
    'with both',
    standardWorkflow({ opinions: [{ key: 'fire', words: w('Fire'), unit: 'fire', days: 10 }], deemed: { law: 'x', months: 3 } }),
  ],
  ['an inquiry', inquiryWorkflow()],
  ['an objection', objectionWorkflow()],
])('the standard workflow is sound: %s', (_, workflow) => {
  expect(proveWorkflow(workflow, town)).toEqual([])
})
