import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundWorkflow } from '../../../../test/setup/workflows.ts'
import { standardWorkflow } from '../standard.ts'
import { isEnd } from '../workflow.rules.ts'
import { BOX, layOut } from './layout.rules.ts'
import { linesOf } from './lines.rules.ts'

test('boxes never lie on each other, the start is on the left, ends on the right, and every step is there', () => {
  fc.assert(
    fc.property(soundWorkflow, (workflow) => {
      const { states, ways, width, height } = layOut(workflow)
      for (const [i, a] of states.entries()) {
        expect(a.x >= 0 && a.x + BOX.width <= width && a.y >= 0 && a.y + BOX.height <= height).toBe(true)
        for (const b of states.slice(i + 1)) expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true)
      }
      const xs = states.map(({ x }) => x)
      expect(states.find(({ key }) => key === workflow.start)?.x).toBe(Math.min(...xs))
      for (const end of workflow.states.filter(isEnd)) expect(states.find(({ key }) => key === end.key)?.x).toBe(Math.max(...xs))
      const shown = new Set([
        ...ways.flatMap(({ numbers }) => numbers),
        ...states.flatMap(({ stays, leaves, comes }) => [...stays, ...leaves, ...comes]),
      ])
      expect([...shown].sort((a, b) => a - b)).toEqual(workflow.steps.map((_, i) => i + 1))
    }),
    { numRuns: 60 },
  )
})

test('what goes from everywhere is named at the boxes instead of drawn', () => {
  const workflow = standardWorkflow()
  const { states, ways } = layOut(workflow)
  const end = workflow.steps.findIndex(({ key }) => key === 'end') + 1
  expect(ways.some(({ to }) => to === 'ended')).toBe(false)
  expect(states.find(({ key }) => key === 'ended')?.comes).toEqual([end])
  expect(states.find(({ key }) => key === 'inReview')?.leaves).toContain(end)
})

test.each([
  ['In Prüfung', ['In Prüfung']],
  ['Wartet auf Ihre Antwort', ['Wartet auf Ihre', 'Antwort']],
  ['Kraftfahrzeughaftpflichtversicherung', ['Kraftfahrzeughaftpf…']],
  ['Ein sehr langer Name für einen Zustand mit vielen Wörtern', ['Ein sehr langer Name', 'für einen Zustand…']],
])('%s in lines', (words, lines) => expect(linesOf(words)).toEqual(lines))

test('a draft in which states are missing is drawn as far as it goes', () => {
  const workflow = standardWorkflow()
  for (const gone of workflow.states) {
    const states = workflow.states.filter((state) => state !== gone)
    expect(layOut({ ...workflow, states }).states).toHaveLength(states.length)
  }
})
