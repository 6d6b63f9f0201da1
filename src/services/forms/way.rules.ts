import type { Evaluation } from './evaluate.rules.ts'
import type { FieldError } from './state.rules.ts'

/** Where somebody goes from a page: to another, out of the form, or to the review of everything before it is sent. */
export type Step = { to: 'page'; key: string } | { to: 'exit'; key: string } | { to: 'review' }

export const errorsOn = (evaluation: Evaluation, page: string): readonly FieldError[] =>
  evaluation.pages.find(({ key }) => key === page)?.errors ?? []

/** After a page that is answered. From a page that is not to be seen any more the way begins anew. */
export function nextStep({ pages, exit }: Evaluation, page: string): Step {
  const at = pages.findIndex(({ key }) => key === page)
  if (at >= 0 && exit && exit.after === page) return { to: 'exit', key: exit.key }
  const next = pages[at + 1]
  return next ? { to: 'page', key: next.key } : { to: 'review' }
}

export function previousPage({ pages }: Evaluation, page: string): string | undefined {
  const at = pages.findIndex(({ key }) => key === page)
  return at > 0 ? pages[at - 1]!.key : undefined
}

/** Where somebody goes on who comes back: the first page that lacks something, the exit before it, or the review. */
export function stepToResume(evaluation: Evaluation): Step {
  const { pages, exit } = evaluation
  for (const { key, errors } of pages) {
    if (errors.length > 0) return { to: 'page', key }
    if (exit?.after === key) return { to: 'exit', key: exit.key }
  }
  return { to: 'review' }
}
