import fc from 'fast-check'
import { type Who, Workflow, type WorkflowInput } from '../../src/services/workflows/workflow.rules.ts'

export const w = (text: string) => ({ de: text, en: text })
export const clerk: Who = { by: 'unit', role: 'clerk' }
export const lead: Who = { by: 'role', role: 'lead' }
/** A line of states to an end, in which chance puts the questions, opinions, second pairs of eyes, letters and times to be waited for. */
export const soundWorkflow: fc.Arbitrary<Workflow> = fc
  .record({
    length: fc.integer({ min: 5, max: 12 }),
    places: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
    back: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 6 }),
    otherEnds: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ length, places, back, otherEnds }) => {
    const at = (i: number, most = length) => (places[i] ?? 0) % most
    const state = (i: number) => `s${i}`
    const draft = at(0, length - 1)
    const approve = draft + 1 + at(1, length - 1 - draft)
    const spared = [...Array(length).keys()].filter((i) => i !== draft && i !== approve)
    const turn = spared[at(2, spared.length)] ?? 0
    const others = spared.filter((i) => i !== turn)
    const opinionsAt = others[at(3, others.length)] ?? 0
    const line = [...Array(length).keys()].map((i) => ({
      key: `go${i}`,
      words: w(`Go ${i}`),
      from: [state(i)],
      to: i === length - 1 ? 'end' : state(i + 1),
      who: i === approve ? lead : i === turn ? ({ by: 'party' } as const) : clerk,
      event: 'moved' as const,
      audience: 'parties' as const,
      guards: [
        ...(i === approve ? [{ kind: 'fourEyes' as const, of: `go${draft}` }] : []),
        ...(i === opinionsAt ? [{ kind: 'opinionsIn' as const }] : []),
        ...(i === length - 1 ? [{ kind: 'letterHandedOver' as const }, { kind: 'questionAnswered' as const }] : []),
      ],
      needs: i === draft ? (['decision'] as const).slice() : [],
    }))
    const step = { audience: 'parties', who: clerk } as const
    const input: WorkflowInput = {
      start: state(0),
      normDays: 10,
      states: [
        ...[...Array(length).keys()].map((i) => ({
          key: state(i),
          stage: i === turn ? ('yourTurn' as const) : ('inProgress' as const),
          words: w(state(i)),
          responsible: i === turn ? ({ by: 'party' } as const) : i === approve ? lead : clerk,
          ...(i === turn ? { timeOut: { days: 7, step: 'late' } } : {}),
          ...(i === opinionsAt ? { opinions: ['fireOpinion'] } : {}),
          tasks: [{ key: 'look', words: w('Look'), days: 2, who: clerk }],
        })),
        { key: 'end', stage: 'done' as const, words: w('End') },
        ...[...Array(otherEnds).keys()].map((i) => ({ key: `end${i}`, stage: 'ended' as const, words: w(`End ${i}`) })),
      ],
      steps: [
        ...line,
        {
          ...step,
          key: 'late',
          words: w('Late'),
          from: [state(turn)],
          to: line[turn]?.to ?? 'end',
          who: { by: 'system' },
          event: 'questionExpired',
        },
        { ...step, key: 'ask', words: w('Ask'), from: [state(0)], to: 'same', needs: ['text'], event: 'asked' },
        {
          ...step,
          key: 'write',
          words: w('Write'),
          from: [state(length - 1)],
          to: 'same',
          needs: ['letter'],
          letter: 'decision',
          event: 'delivered',
        },
        {
          ...step,
          key: 'deem',
          words: w('Deem'),
          from: [state(0)],
          to: 'end',
          who: { by: 'system' },
          guards: [{ kind: 'deadlineOver', deadline: 'law' }],
          event: 'deemed',
        },
        ...back.map(([a, b], i) => {
          const from = a % length
          return {
            ...step,
            key: `back${i}`,
            words: w(`Back ${i}`),
            from: [state(from)],
            to: b % 3 === 0 ? ('same' as const) : state(b % (from + 1)),
            event: 'moved' as const,
          }
        }),
        ...[...Array(otherEnds).keys()].map((i) => ({
          ...step,
          key: `stop${i}`,
          words: w(`Stop ${i}`),
          from: [...new Set([state(0), state(at(4 + i))])],
          to: `end${i}`,
          needs: ['reason' as const],
          reasons: [{ key: 'why', words: w('Why') }],
          event: 'ended' as const,
        })),
        { ...step, key: 'again', words: w('Again'), from: ['end'], to: state(0), who: lead, event: 'reopened' },
      ],
      opinions: [{ key: 'fireOpinion', words: w('Fire'), unit: 'fire', days: 10 }],
      deadlines: [{ key: 'law', words: w('Law'), law: '§ 42a VwVfG', length: { count: 3, in: 'months' }, from: state(0), until: ['end'] }],
      outcomes: [{ key: 'granted', words: w('Granted') }],
    }
    return Workflow.parse(input)
  })
