import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { json } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { Choices, choose, myChoices, unsubscribe } from './choice.verbs.ts'
import { ChoicesPage } from './choice.view.tsx'
import { kindNamed, readUnsubscribe, SUMMARY } from './notification.rules.ts'
import { countUnread, notificationsOf } from './notification.sql.ts'
import { openNotification, ReadAll, readAll, unreadCount } from './notification.verbs.ts'
import { NotificationsPage, PAGE } from './notification.view.tsx'
import { UnsubscribePage } from './unsubscribe.view.tsx'

const Id = z.object({ id: z.uuid() })
const Token = z.object({ token: z.string().max(300) })

export const notificationRoutes = [
  get('/mein/mitteilungen', {
    may: 'signedIn',
    query: z.object({ vor: z.uuid().optional() }),
    show: async (ctx, { query: { vor } }) => {
      const { personId } = ctx.actor
      const found = personId ? await notificationsOf(ctx, personId, { before: vor, limit: PAGE + 1 }) : []
      return <NotificationsPage notifications={found} unread={personId ? await countUnread(ctx, personId) : 0} first={vor === undefined} />
    },
  }),

  get('/mein/mitteilungen/anzahl', {
    may: 'signedIn',
    audience: 'internal',
    show: async (ctx) => json({ unread: await unreadCount(ctx) }),
  }),

  post('/mein/mitteilungen/gelesen', {
    may: 'signedIn',
    form: ReadAll,
    run: readAll,
    done: ({ count }) => ({ to: '/mein/mitteilungen', flash: { kind: 'success', text: 'notifications.allRead', params: { count } } }),
    again: () => undefined,
  }),

  get('/mein/mitteilungen/einstellungen', {
    may: 'signedIn',
    show: async (ctx) => <ChoicesPage choices={await myChoices(ctx)} />,
  }),

  post('/mein/mitteilungen/einstellungen', {
    may: 'signedIn',
    form: Choices,
    run: choose,
    done: () => ({ to: '/mein/mitteilungen/einstellungen', flash: { kind: 'success', text: 'notifications.choices.saved' } }),
    again: async (ctx) => <ChoicesPage choices={await myChoices(ctx)} />,
  }),

  post('/mein/mitteilungen/:id', {
    may: 'signedIn',
    params: Id,
    form: z.object({}),
    repeat: 'unkeyed',
    run: openNotification,
    done: ({ path }) => path,
    again: () => undefined,
  }),

  get('/mitteilungen/abbestellen/:token', {
    may: 'everyone',
    params: Token,
    query: z.object({ fertig: z.literal('1').optional() }),
    show: (ctx, { params: { token }, query: { fertig } }) => {
      const link = readUnsubscribe(ctx.town.id, token)
      if (!link) throw new AppError('notFound')
      return <UnsubscribePage token={token} kind={link.kind === SUMMARY ? undefined : kindNamed(link.kind)} done={fertig !== undefined} />
    },
  }),

  // Mail programs send this by themselves when somebody presses their button (RFC 8058): no key, no cookies.
  post('/mitteilungen/abbestellen/:token', {
    may: 'everyone',
    params: Token,
    form: z.object({}),
    repeat: 'unkeyed',
    run: unsubscribe,
    done: (_, __, { token }) => `/mitteilungen/abbestellen/${token}?fertig=1`,
    again: () => undefined,
  }),
]
