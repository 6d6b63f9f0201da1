import type { Ctx } from '#platform/context.ts'
import { casesOfPerson, type PageOf, type PageOfPerson, type PublicCase } from '../../cases/index.ts'
import type { Words } from '../../forms/field.rules.ts'
import type { Cosigner } from '../cosign/cosign.rules.ts'
import { cosignersOf } from '../cosign/cosign.sql.ts'
import type { Draft } from '../draft.rules.ts'
import { draftsOfPerson } from '../draft.sql.ts'
import { onlineNames } from '../online.sql.ts'

/** With the name of its service, and who of the others has not signed yet. */
export type MyDraft = Draft & { name: Words | undefined; cosigners: readonly Cosigner[] }
export type MyApplication = PublicCase

/** What somebody began and did not send, the newest first. */
export async function myDrafts(ctx: Ctx, personId: string, limit: number): Promise<MyDraft[]> {
  const found = await draftsOfPerson(ctx, personId, limit)
  if (found.length === 0) return []
  const names = await onlineNames(
    ctx,
    found.map(({ serviceId }) => serviceId),
  )
  const waiting = found.filter(({ waits }) => waits).map(({ id }) => id)
  const cosigners = await cosignersOf(ctx, waiting)
  return found.map((draft) => ({
    ...draft,
    name: names.get(draft.serviceId),
    cosigners: cosigners.filter(({ draftId, state }) => draftId === draft.id && state !== 'signed'),
  }))
}

/** What somebody sent, the newest first: applications, inquiries, objections. */
export const myApplications = (ctx: Ctx, personId: string, asked: PageOfPerson): Promise<PageOf<MyApplication>> =>
  casesOfPerson(ctx, personId, 'application', ['applicant'], asked)
