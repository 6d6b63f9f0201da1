import { z } from 'zod'
import { text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { lastAddresses, mailById, mailsOf } from '#platform/mail/mail.sql.ts'
import { hasMailbox } from '#platform/mail/mailing.ts'
import { MailboxPage, MailPage, PAGE } from './mailbox.view.tsx'

const Id = z.object({ id: z.uuid() })

/** A mail is a document of its own: its style is inline, and nothing in it may run or load anything. */
const sandbox =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"

/** Outside the demo there is no such page. */
export const mailboxRoutes = [
  get('/demo/postfach', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ an: z.string().max(320).optional(), vor: z.uuid().optional() }),
    show: async (ctx, { query: { an, vor } }) =>
      hasMailbox(ctx.town) ? (
        <MailboxPage
          mails={await mailsOf(ctx, { to: an, before: vor, limit: PAGE + 1 })}
          addresses={await lastAddresses(ctx, 100)}
          to={an}
          first={vor === undefined}
        />
      ) : undefined,
  }),

  get('/demo/postfach/:id', {
    may: 'everyone',
    audience: 'internal',
    params: Id,
    show: async (ctx, { params: { id } }) => {
      const mail = hasMailbox(ctx.town) ? await mailById(ctx, id) : undefined
      return mail && <MailPage mail={mail} />
    },
  }),

  get('/demo/postfach/:id/html', {
    may: 'everyone',
    audience: 'internal',
    params: Id,
    show: async (ctx, { params: { id } }) => {
      const mail = hasMailbox(ctx.town) ? await mailById(ctx, id) : undefined
      return mail && text(mail.html, 'text/html; charset=utf-8', { 'content-security-policy': sandbox })
    },
  }),
]
