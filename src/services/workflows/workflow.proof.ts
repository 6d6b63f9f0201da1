import type { Fault, Finding, Tell, Town } from './finding.rules.ts'
import { checkFourEyes, checkPeople } from './people.proof.ts'
import { backwards, reach, type Way, waysOf } from './ways.rules.ts'
import {
  isEnd,
  outcomesOf,
  stateOf,
  systemTakes,
  targetsOf,
  type Who,
  type Words,
  type Workflow,
  type WorkflowStep,
} from './workflow.rules.ts'

/** Everything that keeps a workflow from being used. A sound one gives an empty list. */
export function proveWorkflow(workflow: Workflow, town: Town): Finding[] {
  const found: Finding[] = []
  const tell = (fault: Fault, at: string, what = '') => void found.push({ fault, at, what })
  checkKeys(workflow, tell)
  checkWords(workflow, tell)
  checkNames(workflow, town, tell)
  checkPaths(workflow, tell)
  checkPeople(workflow, town, tell)
  checkTimeOuts(workflow, tell)
  checkBack(workflow, tell)
  checkFourEyes(workflow, town, tell)
  checkNeeds(workflow, town, tell)
  return found
}

function checkKeys({ states, steps, opinions, deadlines, outcomes }: Workflow, tell: Tell): void {
  const once = (at: string, list: readonly { key: string }[]) => {
    const seen = new Set<string>()
    for (const { key } of list) {
      if (seen.has(key)) tell('doubledKey', `${at}.${key}`, key)
      seen.add(key)
    }
  }
  once('states', states)
  once('steps', steps)
  once('opinions', opinions)
  once('deadlines', deadlines)
  once('outcomes', outcomes)
  for (const { key, tasks } of states) once(`states.${key}.tasks`, tasks)
  for (const { key, reasons } of steps) once(`steps.${key}.reasons`, reasons)
}

function checkWords({ states, steps, opinions, deadlines, outcomes }: Workflow, tell: Tell): void {
  const whole = (at: string, words: Words | undefined) => {
    for (const locale of ['de', 'en'] as const) if (words && !words[locale].trim()) tell('missingTranslation', at, locale)
  }
  for (const { key, words, hint, tasks } of states) {
    whole(`states.${key}`, words)
    whole(`states.${key}.hint`, hint)
    for (const task of tasks) whole(`states.${key}.tasks.${task.key}`, task.words)
  }
  for (const { key, words, reasons } of steps) {
    whole(`steps.${key}`, words)
    for (const reason of reasons) whole(`steps.${key}.reasons.${reason.key}`, reason.words)
  }
  for (const { key, words } of opinions) whole(`opinions.${key}`, words)
  for (const { key, words, law } of deadlines) {
    whole(`deadlines.${key}`, words)
    if (!law.trim()) tell('lawUnnamed', `deadlines.${key}`)
  }
  for (const { key, words } of outcomes) whole(`outcomes.${key}`, words)
}

/** Everything that is named is there. */
function checkNames(workflow: Workflow, town: Town, tell: Tell): void {
  const { states, steps, opinions, deadlines, start } = workflow
  const state = (at: string, name: string) => void (stateOf(workflow, name) || tell('unknownState', at, name))
  const who = (at: string, it: Who | undefined) => {
    if (it && 'role' in it && it.role !== undefined && !town.roles.includes(it.role)) tell('unknownRole', at, it.role)
    if (it?.by === 'unit' && it.unit !== undefined && !town.units.includes(it.unit)) tell('unknownUnit', at, it.unit)
  }
  if (!stateOf(workflow, start)) tell('noStart', 'start', start)
  for (const { key, responsible, timeOut, tasks, opinions: asked } of states) {
    who(`states.${key}`, responsible)
    for (const task of tasks) who(`states.${key}.tasks.${task.key}`, task.who)
    if (timeOut && !steps.some((step) => step.key === timeOut.step)) tell('unknownStep', `states.${key}`, timeOut.step)
    for (const one of asked) if (!opinions.some((opinion) => opinion.key === one)) tell('unknownOpinion', `states.${key}`, one)
  }
  for (const { key, from, to, who: by, guards } of steps) {
    for (const one of from) state(`steps.${key}`, one)
    if (to !== 'same' && to !== 'before') state(`steps.${key}`, to)
    who(`steps.${key}`, by)
    for (const guard of guards) {
      if (guard.kind === 'fourEyes' && !steps.some((step) => step.key === guard.of)) tell('unknownStep', `steps.${key}`, guard.of)
      if (guard.kind === 'deadlineOver' && !deadlines.some((one) => one.key === guard.deadline))
        tell('unknownDeadline', `steps.${key}`, guard.deadline)
    }
  }
  for (const { key, unit } of opinions) if (!town.units.includes(unit)) tell('unknownUnit', `opinions.${key}`, unit)
  for (const { key, from, until } of deadlines) for (const one of [from, ...until]) state(`deadlines.${key}`, one)
}

function checkPaths(workflow: Workflow, tell: Tell): void {
  const { states, steps, start } = workflow
  const ways = waysOf(workflow)
  const ends = states.filter(isEnd).map(({ key }) => key)
  if (ends.length === 0) tell('noEnd', 'states')
  const reached = reach([start], ways)
  const endable = reach(ends, backwards(ways))
  for (const { key } of states) {
    if (!reached.has(key)) tell('unreachable', `states.${key}`, key)
    else if (!endable.has(key)) tell('deadEnd', `states.${key}`, key)
  }
  for (const step of steps) {
    if (step.who.by !== 'system') continue
    // What happens by itself and leaves everything as it is would happen for ever.
    if (step.to === 'same') tell('timeOutNowhere', `steps.${step.key}`, step.key)
    for (const from of step.from) if (!systemTakes(workflow, step, from)) tell('neverTaken', `steps.${step.key}`, from)
  }
}

/** A time-out is a step of the system that leads on from there without further conditions, and never round in a circle by time alone. */
function checkTimeOuts(workflow: Workflow, tell: Tell): void {
  const next = new Map<string, string>()
  for (const state of workflow.states) {
    const step = state.timeOut && workflow.steps.find(({ key }) => key === state.timeOut?.step)
    if (!step) continue
    const at = `states.${state.key}`
    if (isEnd(state) || step.who.by !== 'system' || !step.from.includes(state.key) || step.needs.length > 0 || step.guards.length > 0) {
      tell('timeOutNowhere', at, step.key)
      continue
    }
    const [to] = targetsOf(workflow, step, state.key)
    if (to === undefined || to === state.key) tell('timeOutNowhere', at, step.key)
    else next.set(state.key, to)
  }
  for (const start of next.keys()) {
    const passed = new Set<string>()
    let here: string | undefined = next.get(start)
    while (here !== undefined && here !== start && !passed.has(here)) {
      passed.add(here)
      here = next.get(here)
    }
    if (here === start) tell('timeOutNowhere', `states.${start}`, stateOf(workflow, start)?.timeOut?.step)
  }
}

/** Back goes only who was interrupted: from the citizen's turn, to where the work was before it. */
function checkBack(workflow: Workflow, tell: Tell): void {
  const isTurn = (key: string) => stateOf(workflow, key)?.stage === 'yourTurn'
  for (const { key, to, from } of workflow.steps) {
    if (to !== 'before') continue
    for (const state of from) {
      const comes = workflow.steps.filter((step) => step.to === state).flatMap((step) => step.from)
      if (!isTurn(state) || comes.length === 0 || comes.some(isTurn)) tell('nowhereBack', `steps.${key}`, state)
    }
  }
}

/** What a step needs can be given, and what it waits for can come. */
function checkNeeds(workflow: Workflow, town: Town, tell: Tell): void {
  const { steps, states, deadlines } = workflow
  const ways = waysOf(workflow)
  /** Whether one of these steps can be taken before a case stands in `state`, or there. */
  const before = (these: readonly WorkflowStep[], state: string) =>
    these.some((one) => one.from.some((from) => targetsOf(workflow, one, from).some((to) => reach([to], ways).has(state))))
  const letters = steps.filter(({ letter }) => letter !== undefined)
  const questions = steps.filter(({ event }) => event === 'asked')
  for (const { key, needs, letter, guards, reasons, from, outcomes: chosen } of steps) {
    const at = `steps.${key}`
    if (needs.includes('letter') && !letter) tell('letterUnnamed', at)
    if (letter !== undefined && !town.letters.includes(letter)) tell('letterUnknown', at, letter)
    if (needs.includes('reason') && reasons.length === 0) tell('reasonsMissing', at)
    if (needs.includes('decision') && outcomesOf(workflow, { outcomes: chosen }).length === 0) tell('outcomesMissing', at)
    for (const guard of guards) {
      const never =
        (guard.kind === 'letterHandedOver' && from.some((state) => !before(letters, state))) ||
        (guard.kind === 'questionAnswered' && from.every((state) => !before(questions, state))) ||
        (guard.kind === 'opinionsIn' && from.every((state) => !asksBefore(workflow, ways, state))) ||
        (guard.kind === 'deadlineOver' && from.every((state) => !runsAt(deadlines, guard.deadline, ways, state)))
      if (never) tell('guardNeverMet', at, guard.kind)
    }
  }
  for (const { key, opinions } of states)
    if (opinions.length === 0 && steps.some(({ to, event }) => to === key && event === 'opinionsRequested'))
      tell('guardNeverMet', `states.${key}`, 'opinionsIn')
}

const asksBefore = ({ states }: Workflow, ways: readonly Way[], state: string) =>
  states.some(({ key, opinions }) => opinions.length > 0 && reach([key], ways).has(state))

const runsAt = (deadlines: Workflow['deadlines'], name: string, ways: readonly Way[], state: string) =>
  deadlines.some(({ key, from, until }) => key === name && !until.includes(state) && reach([from], ways).has(state))
