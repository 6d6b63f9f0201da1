import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { applicantName } from '../applicant.rules.ts'
import { answersOf } from '../sent.read.ts'
import { receiptReply } from '../status/receipt.ts'
import { cosignersOf } from './cosign.sql.ts'
import { answersToSign, linkShown, sentWith } from './link.read.ts'
import { AnsweredLinkPage, ClosedPage, LinkOverPage, SentLinkPage, SignPage, type Tried } from './link.view.tsx'
import { isOpened, openedCookie } from './link-cookie.ts'
import { linkPath } from './paths.ts'
import { declineByLink, openLink, signByLink } from './sign.verbs.ts'

const Link = z.object({ link: z.string().max(200) })
const common = { may: 'everyone', audience: 'internal' as const, params: Link }
/** Who has a link and not the code must not find it by trying. */
const guesses = [{ points: 10, seconds: 600, per: 'network' as const }]
const answers = [{ points: 30, seconds: 600, per: 'network' as const }]

async function page(ctx: Ctx, link: string, headers: Headers, tried?: Tried) {
  const shown = await linkShown(ctx, link)
  if (!shown) return <LinkOverPage />
  if (shown.kind === 'answered') return <AnsweredLinkPage shown={shown} />
  if (!isOpened(ctx, link, headers)) return <ClosedPage link={link} shown={shown} tried={tried} />
  if (shown.kind === 'sent') return <SentLinkPage link={link} shown={shown} />
  const others = (await cosignersOf(ctx, [shown.it.draftId])).filter(({ person }) => person !== shown.it.person)
  return (
    <SignPage
      link={link}
      shown={shown}
      answers={await answersToSign(ctx, shown.open)}
      isLast={others.every(({ state }) => state === 'signed')}
      tried={tried}
    />
  )
}

export const linkRoutes = [
  get('/mitzeichnen/:link', {
    ...common,
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    show: (ctx, { params: { link }, headers }) => page(ctx, link, headers),
  }),

  post('/mitzeichnen/:link/oeffnen', {
    ...common,
    form: z.object({ code: z.string().trim().min(1).max(40) }),
    limit: guesses,
    run: openLink,
    done: ({ link }, ctx) => ({ to: linkPath(link), cookies: [openedCookie(ctx, link)] }),
    again: (ctx, form, { link }, { headers }) => page(ctx, link, headers, { what: 'open', form }),
  }),

  post('/mitzeichnen/:link', {
    ...common,
    form: z.object({ name: z.string().trim().max(200).default(''), declared: z.literal('on').optional() }),
    limit: answers,
    run: (ctx, { link, name, declared }, { headers }) =>
      signByLink(ctx, { link, name, declared: declared !== undefined, opened: isOpened(ctx, link, headers) }),
    done: ({ link, outcome }) => ({
      to: linkPath(link),
      flash: { kind: outcome === 'outdated' ? 'warning' : 'success', text: `cosign.done.${outcome}` },
    }),
    again: (ctx, form, { link }, { headers }) => page(ctx, link, headers, { what: 'sign', form }),
  }),

  post('/mitzeichnen/:link/ablehnen', {
    ...common,
    form: z.object({ reason: z.string().trim().max(1000).default('') }),
    limit: answers,
    run: (ctx, { link, reason }, { headers }) => declineByLink(ctx, { link, reason, opened: isOpened(ctx, link, headers) }),
    done: ({ link }) => linkPath(link),
    again: (ctx, form, { link }, { headers }) => page(ctx, link, headers, { what: 'decline', form }),
  }),

  get('/mitzeichnen/:link/eingang.pdf', {
    ...common,
    limit: [{ points: 30, seconds: 60, per: 'network' }],
    show: async (ctx, { params: { link }, headers }) => {
      const shown = isOpened(ctx, link, headers) ? await linkShown(ctx, link) : undefined
      const sent = shown?.kind === 'sent' ? await sentWith(ctx, shown.submission) : undefined
      if (shown?.kind !== 'sent' || !sent) return undefined
      return await receiptReply(ctx, {
        it: shown.case,
        submission: shown.submission,
        answers: await answersOf(ctx, sent, ctx.locale),
        name: applicantName(shown.submission.answers) ?? shown.signature.name,
      })
    },
  }),
]
