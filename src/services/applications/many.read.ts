import type { Ctx } from '#platform/context.ts'
import { type Case, casesNumbered, readNumber } from '../cases/index.ts'
import { stateOf } from '../workflows/workflow.rules.ts'
import { runningOf } from './carry-out.ts'
import { stepsOffered } from './desk.read.ts'
import type { OfferedStep } from './desk.rules.ts'
import { checkWho, maySee } from './rights.ts'

/** One of several that were chosen: what can be done with it by who looks. */
export type ChosenApplication = {
  case: Case
  stateWords: { de: string; en: string }
  steps: readonly OfferedStep[]
  /** Of a unit of who looks. */
  mine: boolean
}

/** Those of these numbers that the actor may see, each once, in the order in which they were given. */
export async function chosenApplications(ctx: Ctx, numbers: readonly string[]): Promise<ChosenApplication[]> {
  const chosen: ChosenApplication[] = []
  for (const it of await casesNumbered(ctx, [...new Set(numbers.map((number) => readNumber(number) ?? ''))])) {
    const running = (await maySee(ctx, it)) ? await runningOf(ctx, it) : undefined
    if (!running) continue
    chosen.push({
      case: it,
      stateWords: stateOf(running.workflow, it.state)?.words ?? { de: it.state, en: it.state },
      steps: await stepsOffered(ctx, running),
      mine: (await checkWho(ctx, it, { by: 'unit' })).ok,
    })
  }
  return chosen
}
