import type { Answer } from '../answer/answer.rules.ts'
import { type Assignment, decide, type Formula } from './formula.rules.ts'

/** What can be assigned, and what follows from it. */
export type World = {
  /** Values that stand for all answers; none where nothing can be answered. */
  values: (name: string) => readonly (Answer | undefined)[]
  /** What must hold besides when a variable has this value. */
  follows: (name: string, value: Answer | undefined) => readonly Formula[]
  /** Whether a variable is only guessed: nothing is known about what it can be. */
  isGuessed: (name: string) => boolean
}

export type Budget = { left: number }
/** `guessed`: possible, if what is only guessed can be so. `open`: the search was ended before it was done. */
export type Verdict = 'possible' | 'guessed' | 'impossible' | 'open'

const MOST_STEPS = 3_000

/**
 * Whether something can be so: tries values only for what the question needs, and gives up honestly after so many steps, so that no form
 * makes the proof hang.
 */
export function canBe(goals: readonly Formula[], world: World, budget: Budget): Verdict {
  const own = { left: Math.min(MOST_STEPS, budget.left) }
  const before = own.left
  const assignment = new Map<string, Answer | undefined>()
  const verdict = search(goals, assignment, world, own)
  budget.left -= before - own.left
  if (verdict !== 'possible') return verdict
  return [...assignment.keys()].some(world.isGuessed) ? 'guessed' : 'possible'
}

function search(
  goals: readonly Formula[],
  assignment: Map<string, Answer | undefined>,
  world: World,
  budget: Budget,
): 'possible' | 'impossible' | 'open' {
  if (budget.left-- <= 0) return 'open'
  const open: Formula[] = []
  let next: string | undefined
  let first: Formula | undefined
  for (const goal of goals) {
    const decided = decide(goal, assignment as Assignment)
    if (decided === false) return 'impossible'
    if (decided === true) continue
    open.push(goal)
    next ??= decided
    first ??= goal
  }
  if (next === undefined || !first) return 'possible'
  let gaveUp = false
  for (const value of bestFirst(next, first, assignment, world)) {
    assignment.set(next, value)
    // What a value brings along comes before what is open, so that a contradiction shows near to its cause.
    const verdict = search([...world.follows(next, value), ...open], assignment, world, budget)
    if (verdict === 'possible') return verdict
    if (verdict === 'open') gaveUp = true
    if (budget.left <= 0) break
  }
  assignment.delete(next)
  return gaveUp || budget.left <= 0 ? 'open' : 'impossible'
}

/** The values that meet the question at once, then those that leave it open; those that fail it are left out. */
function bestFirst(name: string, goal: Formula, assignment: Map<string, Answer | undefined>, world: World): (Answer | undefined)[] {
  const meets: (Answer | undefined)[] = []
  const leaves: (Answer | undefined)[] = []
  for (const value of world.values(name)) {
    assignment.set(name, value)
    const decided = decide(goal, assignment)
    if (decided !== false) (decided === true ? meets : leaves).push(value)
  }
  assignment.delete(name)
  return [...meets, ...leaves]
}
