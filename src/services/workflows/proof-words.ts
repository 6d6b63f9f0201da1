import { currentLocale, t } from '#platform/text.ts'
import type { Finding } from './finding.rules.ts'
import type { Workflow } from './workflow.rules.ts'

/** What is wrong and where, for who has to mend it. */
export const findingWords = (workflow: Workflow, { fault, at, what }: Finding): string =>
  t(`workflow.fault.${fault}`, { at: placeWords(workflow, at), what })

/** `states.inReview.tasks.look`: the name of the state. */
function placeWords({ states, steps }: Workflow, at: string): string {
  const [list, key] = at.split('.')
  const found = (list === 'states' ? states : list === 'steps' ? steps : []).find((one) => one.key === key)
  return found?.words[currentLocale()] || found?.words.de || key || at
}
