import { z } from 'zod'
import { signedFilePath } from '#core/files/index.ts'
import { noteRead } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { caseById, caseByNumber, type Party, partyFromCookie, readNumber } from '../../cases/index.ts'
import { retrieveLetter } from './hand-over.verbs.ts'
import { letterForStaff } from './hold.ts'
import { openToParties } from './letter.rules.ts'
import { letterById, lettersOf } from './letter.sql.ts'
import { PartyLettersPage, RetrievalPage } from './letter.view.tsx'
import { today } from './make.ts'
import { remedyOffers } from './remedy-offer.ts'

const At = z.object({ id: z.uuid() })
const ONE = '/briefe/:id{[0-9a-f-]{36}}'
/** Long enough to begin the download. */
const MINUTES = 5

/** The document of a letter, for the parties of its case and for staff who may see the case; nobody else learns that there is one. */
export const letterRoutes = [
  get('/status/:number/briefe', {
    may: 'everyone',
    audience: 'public',
    summary: 'The letters of a case, for who began it',
    params: z.object({ number: z.string().max(20) }),
    show: async (ctx, { params, headers }) => {
      const it = await caseByNumber(ctx, readNumber(params.number) ?? '')
      const party = it && (await partyFromCookie(ctx, it, headers))
      if (!it || !isApplicant(party)) return undefined
      const letters = await lettersOf(ctx, it.id, 'parties')
      const remedies = await remedyOffers(ctx, it, letters, party)
      return <PartyLettersPage number={it.number} title={it.title} letters={letters} remedies={remedies} today={today(ctx)} />
    },
  }),
  get(ONE, {
    may: 'everyone',
    audience: 'public',
    summary: 'The document of a letter, for the parties of its case and its staff',
    params: At,
    show: async (ctx, { params: { id }, headers }) => {
      const fileId = (await ofStaff(ctx, id)) ?? (await ofParty(ctx, id, headers))
      return fileId === undefined ? undefined : redirect(signedFilePath(ctx, fileId, 'original', MINUTES / 1440), 302)
    },
  }),
  post(`${ONE}/abruf`, {
    may: 'everyone',
    audience: 'public',
    summary: 'Fetch a letter that waits: from then on it counts as known',
    params: At,
    form: z.object({}),
    run: async (ctx, { id }, { headers }) => {
      const party = await applicantOf(ctx, id, headers)
      return party ? await retrieveLetter(ctx, { id, party }) : refuse('unknown')
    },
    done: ({ id }) => `/briefe/${id}`,
    again: (_, form) => <RetrievalPage form={form} />,
  }),
]

async function ofStaff(ctx: Ctx, id: string): Promise<string | undefined> {
  const found = await letterForStaff(ctx, id)
  if (!found?.letter.fileId) return undefined
  noteRead(ctx, { subject: { type: 'case', id: found.it.id }, purpose: 'letter' })
  return found.letter.fileId
}

async function ofParty(ctx: Ctx, id: string, headers: Headers): Promise<string | undefined> {
  const letter = await letterById(ctx, id)
  return letter && openToParties(letter) && (await applicantOf(ctx, id, headers)) ? letter.fileId : undefined
}

/** Who began the case of the letter and asks now: by the cookie of the case, or with an account. Who only joined it gets no letters. */
async function applicantOf(ctx: Ctx, id: string, headers: Headers): Promise<Party | undefined> {
  const letter = await letterById(ctx, id)
  const it = letter && (await caseById(ctx, letter.caseId))
  const party = it && (await partyFromCookie(ctx, it, headers))
  return isApplicant(party) ? party : undefined
}

const isApplicant = (party: Party | undefined): party is Party => party?.role === 'applicant' || party?.role === 'reporter'
