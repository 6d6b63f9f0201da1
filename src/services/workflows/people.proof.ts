import type { Tell, Town } from './finding.rules.ts'
import { reach, waysOf } from './ways.rules.ts'
import { isEnd, type Who, type Workflow } from './workflow.rules.ts'

const staffed = ({ by }: Who) => by === 'unit' || by === 'role'

/** In each state that is no end somebody of the town has to act, and can. */
export function checkPeople(workflow: Workflow, town: Town, tell: Tell): void {
  const isThere = (who: Who) => !staffed(who) || town.holders(who).length > 0
  for (const state of workflow.states) {
    for (const task of state.tasks)
      if (!staffed(task.who) || !isThere(task.who)) tell('nobodyResponsible', `states.${state.key}.tasks.${task.key}`)
    if (isEnd(state)) continue
    const { responsible } = state
    if (!responsible || responsible.by === 'system' || !isThere(responsible)) {
      tell('nobodyResponsible', `states.${state.key}`)
      continue
    }
    if (responsible.by === 'party' && !state.timeOut) tell('waitsForever', `states.${state.key}`)
    const people = staffed(responsible) ? town.holders(responsible) : []
    const canAct = workflow.steps.some(
      (step) =>
        step.from.includes(state.key) &&
        (responsible.by === 'party'
          ? step.who.by === 'party'
          : staffed(step.who) && town.holders(step.who).some((one) => people.includes(one))),
    )
    if (!canAct) tell('responsibleCannotAct', `states.${state.key}`)
  }
  for (const { key, who } of workflow.steps) if (!isThere(who)) tell('nobodyForStep', `steps.${key}`)
}

/** Nobody can be the second pair of eyes to herself: not by being the only one, nor by a way around. */
export function checkFourEyes(workflow: Workflow, town: Town, tell: Tell): void {
  const ways = waysOf(workflow)
  for (const step of workflow.steps) {
    for (const guard of step.guards) {
      if (guard.kind !== 'fourEyes') continue
      const drafting = workflow.steps.find(({ key }) => key === guard.of)
      if (!drafting) continue
      const at = `steps.${step.key}`
      if (!staffed(step.who) || !staffed(drafting.who) || drafting === step) {
        tell('oneAloneCouldDoBoth', at, drafting.key)
        continue
      }
      const seconds = town.holders(step.who)
      if (town.holders(drafting.who).some((drafter) => seconds.every((second) => second === drafter)) && seconds.length > 0)
        tell('oneAloneCouldDoBoth', at, drafting.key)
      const undrafted = reach(
        [workflow.start],
        ways.filter((way) => way.step !== drafting),
      )
      if (step.from.some((from) => undrafted.has(from))) tell('oneAloneCouldDoBoth', at, drafting.key)
      const around = workflow.steps.find(
        (other) =>
          other !== step &&
          other.to === step.to &&
          staffed(other.who) &&
          other.from.some((from) => step.from.includes(from)) &&
          !other.guards.some(({ kind }) => kind === 'fourEyes'),
      )
      if (around) tell('oneAloneCouldDoBoth', at, around.key)
    }
  }
}
