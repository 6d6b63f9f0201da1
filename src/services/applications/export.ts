import type { Export } from '#core/accounts/index.ts'
import type { Ctx } from '#platform/context.ts'
import { caseById, casesOfPerson } from '../cases/index.ts'
import { partyOfPerson } from '../cases/party.sql.ts'
import { cosignersOf } from './cosign/cosign.sql.ts'
import { MOST_DRAFTS } from './draft.rules.ts'
import { draftsOfPerson } from './draft.sql.ts'
import { reusesOfPerson } from './reuse/reuse.sql.ts'
import { partyApplication } from './status/application.read.ts'

/** More nobody has; the file says so if it should ever end here. */
const MOST = 2000

/** What a person takes along of applications: what she began to write, and what she sent, with all that was said and decided towards her. */
export const applicationExports: readonly Export[] = [
  { name: 'applications', collect: applicationsOf },
  { name: 'answersTakenOver', collect: reuses },
  {
    name: 'applicationDrafts',
    collect: async (ctx, personId) => {
      const drafts = await draftsOfPerson(ctx, personId, MOST_DRAFTS)
      const cosigners = await cosignersOf(
        ctx,
        drafts.map(({ id }) => id),
      )
      return drafts.map(({ id, serviceId, answers, startedAt, savedAt, expiresAt }) => ({
        serviceId,
        answers,
        startedAt,
        savedAt,
        expiresAt,
        signatures: cosigners
          .filter(({ draftId }) => draftId === id)
          .map(({ name, email, state, askedAt, answeredAt, signedName, reason }) => ({
            name,
            email,
            state,
            askedAt,
            answeredAt,
            signedName,
            reason,
          })),
      }))
    },
  },
]

/** Receipts of what was taken over: a person has far fewer; the file says so if it should ever end here. */
async function reuses(ctx: Ctx, personId: string): Promise<{ complete: boolean; answersTakenOver: unknown[] }> {
  const all = await reusesOfPerson(ctx, personId, { limit: MOST + 1 })
  const shown = all.slice(0, MOST)
  return {
    complete: all.length <= MOST,
    answersTakenOver: shown.map(({ label, takenAt, fromSentAt, from, to }) => ({ answer: label, takenAt, fromSentAt, from, to })),
  }
}

async function applicationsOf(ctx: Ctx, personId: string): Promise<{ complete: boolean; applications: unknown[] }> {
  const applications: unknown[] = []
  let after: string | undefined
  do {
    const page = await casesOfPerson(ctx, personId, 'application', ['applicant'], { after, limit: 24 })
    for (const { id } of page.items) applications.push(await takenAlong(ctx, id, personId))
    after = page.next
  } while (after && applications.length < MOST)
  return { complete: after === undefined, applications }
}

async function takenAlong(ctx: Ctx, caseId: string, personId: string): Promise<unknown> {
  const [it, party] = [await caseById(ctx, caseId), await partyOfPerson(ctx, caseId, personId)]
  const seen = it && party && (await partyApplication(ctx, it, party))
  return (
    seen && {
      number: seen.it.number,
      title: seen.it.title,
      receivedAt: seen.it.receivedAt,
      closedAt: seen.it.closedAt,
      state: seen.state.words,
      sent: seen.sent.map(({ receiptNumber, sentAt, answers }) => ({ receiptNumber, sentAt, answers })),
      answers: seen.answers,
      signatures: seen.signatures.map(({ name, signedAt }) => ({ name, signedAt })),
      messages: seen.messages.map(({ at, text, authorPartyId }) => ({ at, text, own: authorPartyId === party?.id })),
      files: seen.files.map(({ name, type, size, createdAt }) => ({ name, type, size, createdAt })),
      history: seen.timeline.map(({ kind, at, text }) => ({ kind, at, text })),
    }
  )
}
