import { z } from 'zod'
import { ok, type Result, refuse } from '#platform/result.ts'
import { allItems, type FormDefinition, isGroup } from '../../forms/index.ts'

/**
 * The address that the answers name already and that may be the applicant's own: of an e-mail field, else of the first person or
 * organisation. Who has to sign as well is somebody else.
 */
export function addressIn(form: FormDefinition, answers: Readonly<Record<string, unknown>>): string | undefined {
  const others = new Set((form.cosigners ?? []).map(({ person }) => person))
  const items = [...allItems(form)].flatMap(({ item, groups }) =>
    isGroup(item) || groups.length > 0 || others.has(item.key) ? [] : [item],
  )
  for (const { key, kind } of items) if (kind === 'email' && typeof answers[key] === 'string') return answers[key]
  for (const { key, kind } of items) {
    const answer = kind === 'person' || kind === 'organisation' ? answers[key] : undefined
    const email = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>).email : undefined
    if (typeof email === 'string' && email) return email
  }
  return undefined
}

/** What the last page before sending asks: whether, and where to. */
export const NewsWish = z.object({ perMail: z.literal('on').optional(), email: z.string().trim().max(320).default('') })

/** The address, if news are wanted. What stands in the field of somebody who wants none is not looked at. */
export function readWish({ perMail, email }: z.output<typeof NewsWish>): Result<string | undefined, 'emailWrong'> {
  if (!perMail) return ok(undefined)
  const read = z.email().safeParse(email)
  return read.success ? ok(read.data) : refuse('emailWrong', { field: 'email' })
}
