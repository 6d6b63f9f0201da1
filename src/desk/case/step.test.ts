import { describe, expect, it } from 'vitest'
import { verbsFrom } from '#platform/process.ts'
import { type ReportState, type ReportVerb, reportProcess } from '#services/reports/index.ts'
import { offered, stepForms } from './step.rules.ts'

const notStaff: ReportVerb[] = ['confirm', 'answer', 'withdraw', 'unroute']

describe('the forms of the steps', () => {
  it.each(Object.entries(reportProcess.steps))('%s asks for all that the state table needs', (name, { needs = [] }) => {
    const verb = name as ReportVerb
    if (notStaff.includes(verb)) return expect(stepForms[verb]).toBeUndefined()
    const asks: readonly string[] = stepForms[verb]?.asks ?? []
    for (const need of needs) expect(asks).toContain(need === 'proof' ? 'photos' : need)
  })

  it.each(Object.keys(reportProcess.states) as ReportState[])('in the state %s every possible step is offered once', (state) => {
    const verbs = verbsFrom(reportProcess, state)
    const buttons = offered(verbs, state)
    expect([...buttons].sort()).toEqual(verbs.filter((verb) => !notStaff.includes(verb)).sort())
  })

  it('offers first what most often comes next', () => {
    expect(offered(['end', 'finish', 'handOn'], 'inWork')[0]).toBe('finish')
    expect(offered(['end', 'accept', 'handOn'], 'assigned')[0]).toBe('accept')
    expect(offered(['end', 'ask'], 'inWork')[0]).toBe('ask')
  })
})
