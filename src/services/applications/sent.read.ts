import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import type { Locale } from '#platform/text.ts'
import { versionBy } from '../definitions/definition.sql.ts'
import { type AnsweredPage, answeredPages, FormDefinition } from '../forms/index.ts'
import { factsFor } from './facts.ts'
import { type Submission, submissionsOf } from './submission.sql.ts'

/** What was sent, with the form it was sent by. */
export type Sent = { submission: Submission; form: FormDefinition }

/** All that was sent for a case, the newest first: that one counts. */
export async function sentOf(ctx: Ctx, caseId: string): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const submission of await submissionsOf(ctx, caseId)) {
    const form = await formBy(ctx, submission.formId, submission.formNumber)
    if (form) sent.push({ submission, form })
  }
  return sent
}

const formBy = (ctx: Ctx, id: string, number: number): Promise<FormDefinition | undefined> =>
  once(ctx, `form ${id} ${number}`, async () => {
    const version = await versionBy(ctx, 'form', id, number)
    return version && FormDefinition.parse(version.content)
  })

/** The answers in words, read as on the day on which they were sent. */
export async function answersOf(ctx: Ctx, { submission: { answers, sentAt }, form }: Sent, locale: Locale): Promise<AnsweredPage[]> {
  const facts = await factsFor(ctx, answers)
  return answeredPages(form, answers, { ...facts, today: dayIn(sentAt, ctx.town.timeZone) }, locale)
}
