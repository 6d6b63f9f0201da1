import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { accessCookie, partyFromCookie } from '../../cases/index.ts'
import { behindLink } from '../../cases/mail/address.verbs.ts'
import { unsubscribeRoutes } from '../../cases/mail/unsubscribe.routes.tsx'
import { NumberAt } from '../number-at.ts'
import { applicantAt } from '../status/applicant-at.ts'
import { StepAgainPage } from '../status/words.view.tsx'
import { confirmNews, endNews, wantNews } from './news.verbs.ts'
import { AddressAgainPage, ConfirmPage } from './news.view.tsx'

const Address = z.object({ email: z.string().trim().pipe(z.email().max(320)) })
const Secret = z.object({ secret: z.string().max(100) })
const Code = z.object({ code: z.string().trim().max(40).optional() })

const own = { may: 'everyone', audience: 'public' as const, params: NumberAt }

/** Whom a browser stands for at the case behind a link. */
const knownAt = async (ctx: Ctx, secret: string, headers: Headers) => {
  const found = await behindLink(ctx, 'application', secret)
  return { found, by: found && (await partyFromCookie(ctx, found.case, headers)) }
}

async function confirmPage(ctx: Ctx, secret: string, form: Again<z.output<typeof Code>>, headers: Headers) {
  const { found, by } = await knownAt(ctx, secret, headers)
  return <ConfirmPage secret={secret} number={found?.case.number} known={found !== undefined && by?.id === found.party.id} form={form} />
}

export const newsRoutes = [
  post('/antraege/:number/mails', {
    ...own,
    summary: 'Get news of an application by e-mail, after the address is confirmed; for who has no account',
    form: Address,
    // Each of them may send a mail to somebody.
    limit: [{ points: 10, seconds: 3600, per: 'network' }],
    run: async (ctx, { number, email }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await wantNews(ctx, party, { email }) : refuse('accessEnded')
    },
    done: ({ number, confirmSecret }) => ({
      to: `/status/${number}`,
      flash: { kind: confirmSecret ? 'success' : 'info', text: confirmSecret ? 'applyNews.asked' : 'applyNews.already' },
    }),
    again: (_, form, { number }) => <AddressAgainPage number={number} form={form} />,
  }),

  post('/antraege/:number/mails/ende', {
    ...own,
    summary: 'Get no more news of an application by e-mail',
    form: z.object({}),
    limit: [{ points: 30, seconds: 600, per: 'network' }],
    run: async (ctx, { number }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await endNews(ctx, party) : refuse('accessEnded')
    },
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'application.unsubscribe.done' } }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  get('/antraege/bestaetigen/:secret', {
    may: 'everyone',
    audience: 'internal',
    params: Secret,
    show: (ctx, { params: { secret }, headers }) => confirmPage(ctx, secret, blank, headers),
  }),

  post('/antraege/bestaetigen/:secret', {
    may: 'everyone',
    audience: 'internal',
    params: Secret,
    form: Code,
    limit: [{ points: 20, seconds: 600, per: 'network' }],
    run: async (ctx, { secret, code }, { headers }) => {
      const { by } = await knownAt(ctx, secret, headers)
      return await confirmNews(ctx, { secret, code, by })
    },
    done: ({ case: it, party }, ctx) => ({
      to: `/status/${it.number}`,
      flash: { kind: 'success', text: 'applyNews.confirmed' },
      cookies: [accessCookie(ctx, it, party)],
    }),
    again: (ctx, form, { secret }, { headers }) => confirmPage(ctx, secret, form, headers),
  }),

  ...unsubscribeRoutes('application', endNews),
]
