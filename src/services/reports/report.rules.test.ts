import fc from 'fast-check'
import { expect, test } from 'vitest'
import { step, verbsFrom } from '#platform/process.ts'
import { escalationTexts } from './escalation/texts.ts'
import { reportEvents } from './report.events.ts'
import { endReasons, type ReportState, type ReportVerb, reportProcess } from './report.rules.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'
import { handOnReasons, reopenReasons } from './work.rules.ts'
import { isStaffVerb, staffSteps } from './work.steps.ts'

const states = Object.keys(reportProcess.states) as ReportState[]
const verbs = Object.keys(reportProcess.steps) as ReportVerb[]
const everything = { reason: 'x', text: 'x', proof: true, date: '2026-05-07' }

test.each(states.flatMap((state) => verbs.map((verb) => [state, verb] as const)))('%s, %s: as the table says', (state, verb) => {
  const taken = step(reportProcess, verb, { state, before: 'inWork' }, everything)
  expect(taken.ok).toBe(reportProcess.steps[verb].from.includes(state as never))
  if (taken.ok) expect(reportProcess.states[taken.value.to]).toBe(taken.value.stage)
})

test('no sequence of steps leaves the declared states, and every open state has a way on', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      let at: { state: ReportState; before: ReportState | undefined } = { state: 'unconfirmed', before: undefined }
      for (const choice of choices) {
        const possible = verbsFrom(reportProcess, at.state)
        expect(possible.length).toBeGreaterThan(0)
        const taken = step(reportProcess, possible[choice % possible.length]!, at, everything)
        if (!taken.ok) throw new Error(taken.refusal.code)
        expect(states).toContain(taken.value.to)
        at = { state: taken.value.to, before: taken.value.stage === 'yourTurn' ? at.state : undefined }
      }
    }),
  )
})

test('from every state a report can come to an end', () => {
  const reaches = (state: ReportState, seen: ReportState[]): boolean =>
    reportProcess.ends.includes(state as never) ||
    verbsFrom(reportProcess, state).some((verb) => {
      const { to } = reportProcess.steps[verb]
      const next = to === 'before' || to === 'same' ? 'inWork' : to
      return !seen.includes(next) && reaches(next, [...seen, state])
    })
  for (const state of states) expect(reaches(state, []), state).toBe(true)
})

test('each step of staff has its own event, and is seen as widely as the table says', () => {
  for (const verb of verbs.filter(isStaffVerb)) expect(staffSteps[verb].event.audience, verb).toBe(reportProcess.steps[verb].audience)
})

test('every event, state, verb and reason has words in both languages', () => {
  const keys = [
    ...Object.values(reportEvents).map(({ kind }) => `report.event.${kind}`),
    ...states.map((state) => `report.state.${state}`),
    ...verbs.map((verb) => `report.verb.${verb}`),
    ...endReasons.map((reason) => `report.endReason.${reason}`),
    ...handOnReasons.map((reason) => `report.handOnReason.${reason}`),
    ...reopenReasons.map((reason) => `report.reopenReason.${reason}`),
  ]
  const [german, english] = [
    { ...de, ...escalationTexts.de },
    { ...en, ...escalationTexts.en },
  ]
  for (const key of keys) expect([german[key], english[key]], key).not.toContain(undefined)
  expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort())
})
