import { type Evaluation, evaluate } from '../evaluate.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { FormDefinition, Page } from '../form.rules.ts'
import { answersSent, type PageSent, withEntries } from './sent.rules.ts'

/**
 * All answers after a page was sent: those of the page anew, what is hidden or not to be changed as it was before, so that who changes
 * her mind twice loses nothing.
 */
export function withPage(
  form: FormDefinition,
  page: Page,
  before: Record<string, unknown>,
  sent: Record<string, unknown>,
  facts: Facts,
): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(before).filter(([key]) => !page.items.some((item) => item.key === key)))
  const answers = { ...others, ...sent }
  const seen = seenOn(evaluate(form, answers, facts), page)
  for (const item of page.items) {
    const kept = !seen.has(item.key) || (item.kind !== 'group' && item.readOnly)
    if (kept && before[item.key] !== undefined) answers[item.key] = before[item.key]
  }
  return answers
}

const seenOn = ({ pages }: Evaluation, { key }: Page): ReadonlySet<string> =>
  new Set(pages.find((one) => one.key === key)?.nodes.map(({ path }) => path))

/** What a page sent, with as many of each group as there must be. */
export const pageSent = (page: Page, sent: PageSent): Record<string, unknown> => withEntries(page.items, answersSent(page.items, sent))
