import type { Ctx } from '#platform/context.ts'
import type { Party } from '../../cases/index.ts'
import { versionBy } from '../../definitions/definition.sql.ts'
import { FormDefinition } from '../../forms/index.ts'
import type { Submission } from '../submission.sql.ts'
import { addressIn } from './offered.rules.ts'

export type NewsState = { email: string | undefined; confirmed: boolean; until: Date | undefined; offered: string | undefined }

/** Undefined for who has an account. Offered is the address that was sent with the answers, as long as no other one is known. */
export async function newsOf(ctx: Ctx, party: Party, sent: Submission | undefined): Promise<NewsState | undefined> {
  if (party.personId) return undefined
  const { email, emailConfirmedAt, confirmUntil } = party
  const version = email || !sent ? undefined : await versionBy(ctx, 'form', sent.formId, sent.formNumber)
  const offered = version && sent ? addressIn(FormDefinition.parse(version.content), sent.answers) : undefined
  return { email, confirmed: emailConfirmedAt !== undefined, until: confirmUntil, offered }
}
