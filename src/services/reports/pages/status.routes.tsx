import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { accessCookie, caseByNumber, partyByCode, partyBySecret, partyFromCookie, partyPageOf, photoFor } from '../../cases/index.ts'
import { confirmEmail } from '../party.verbs.ts'
import { objectionOf } from '../proof/objection.verbs.ts'
import { partyReport, publicReport } from '../report.detail.ts'
import { NumberAt } from './number-at.ts'
import { PartyPage } from './party-page.view.tsx'
import { ConfirmPage, StatusFormPage } from './status.view.tsx'

const Lookup = z.object({ number: z.string().trim().min(1).max(40), code: z.string().trim().min(1).max(40) })
type Lookup = z.output<typeof Lookup>

const limit = [{ points: 20, seconds: 60, per: 'network' as const }]
const Secret = z.object({ secret: z.string().max(100) })

/** Where everybody can look, as far as this number may be known. */
async function statusForm(ctx: Ctx, form: Again<Lookup>, number?: string) {
  const isPublic = number !== undefined && (await publicReport(ctx, number)) !== undefined
  return <StatusFormPage form={form} publicPath={isPublic ? `/meldungen/${number}` : undefined} />
}

export const statusRoutes = [
  get('/status', { may: 'everyone', audience: 'public', show: () => <StatusFormPage form={blank} /> }),

  post('/status', {
    may: 'everyone',
    audience: 'public',
    summary: 'Open a case by number and code',
    form: Lookup,
    limit,
    run: partyByCode,
    done: ({ case: found, party }, ctx) => ({ to: `/status/${found.number}`, cookies: [accessCookie(ctx, found, party)] }),
    again: (_, form) => <StatusFormPage form={form} />,
  }),

  get('/status/:number', {
    may: 'everyone',
    audience: 'public',
    summary: 'Status of a case for who takes part in it',
    params: NumberAt,
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    show: async (ctx, { params: { number }, headers }) => {
      const found = await caseByNumber(ctx, number)
      const party = found && (await partyFromCookie(ctx, found, headers))
      const own = party && found && (await partyPageOf(found.kind)?.(ctx, found, party))
      if (own) return own
      const report = party && (await partyReport(ctx, party))
      if (!report) return await statusForm(ctx, { input: { number }, errors: {} }, number)
      return (
        <PartyPage
          report={report}
          objection={await objectionOf(ctx, party, report)}
          photo={(photo, alt) => photoFor(ctx, photo, alt, report.published)}
          // Who takes part without an account is known by a cookie alone, which live streams do not ask for.
          live={report.published || ctx.actor.kind === 'person'}
        />
      )
    },
  }),

  get('/s/:secret', {
    may: 'everyone',
    audience: 'public',
    summary: 'The link of a receipt or mail: opens its case and leaves the address',
    params: Secret,
    limit,
    show: async (ctx, { params: { secret } }) => {
      const found = await partyBySecret(ctx, secret)
      return found && redirect(`/status/${found.case.number}`, 303, [accessCookie(ctx, found.case, found.party)])
    },
  }),

  // Opening the link of a mail confirms nothing yet: programs that check mails open links too.
  get('/meldungen/bestaetigen/:secret', {
    may: 'everyone',
    audience: 'internal',
    params: Secret,
    show: (_, { params: { secret } }) => <ConfirmPage secret={secret} form={blank} />,
  }),

  post('/meldungen/bestaetigen/:secret', {
    may: 'everyone',
    audience: 'internal',
    params: Secret,
    form: z.object({}),
    limit,
    run: async (ctx, input) => {
      const confirmed = await confirmEmail(ctx, input)
      if (!confirmed.ok) return confirmed
      const found = await caseByNumber(ctx, confirmed.value.number)
      return { ok: true as const, value: { ...confirmed.value, caseId: found?.id ?? '' } }
    },
    done: ({ number, party, caseId }, ctx) => ({
      to: `/status/${number}`,
      flash: { kind: 'success', text: 'status.confirmed' },
      cookies: [accessCookie(ctx, { id: caseId, number }, party)],
    }),
    again: (_, form, { secret }) => <ConfirmPage secret={secret} form={form} />,
  }),
]
