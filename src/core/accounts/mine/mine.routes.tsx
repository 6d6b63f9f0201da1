import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { Reply, redirect } from '#platform/http/reply.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { t, textIn } from '#platform/text.ts'
import { type Account, Email, PersonName } from '../account.rules.ts'
import { accountById } from '../account.sql.ts'
import { logOf } from '../account-log.sql.ts'
import { Code, Secret } from '../challenges/challenge.rules.ts'
import { held, linked } from '../challenges/challenge.verbs.ts'
import { holderIn, noStep, stepCookie } from '../challenges/step-cookie.ts'
import { proveFirst, whenFresh } from '../sessions/fresh.ts'
import { sessionsOf } from '../sessions/session.sql.ts'
import { endOtherSessions, endSession, noSession } from '../sessions/session.verbs.ts'
import { CodePage, LinkExpiredPage, LinkPage } from '../sign-in/sign-in.view.tsx'
import { exportOf } from './export.ts'
import { NewEmailPage, ProfilePage } from './mine.view.tsx'
import { askForNewEmail, changeProfile, confirmNewEmailByCode, confirmNewEmailByLink, deleteAccount } from './my-account.verbs.ts'
import { DataPage, DeletePage, DevicesPage, LogPage } from './overview.view.tsx'

const may = 'signedIn'
const repeat = 'unkeyed'
const guesses = [{ points: 60, seconds: 300, per: 'network' }] as const

/** Only shortly after the person has proved that it is she. */
const important = { askForNewEmail: whenFresh(askForNewEmail), deleteAccount: whenFresh(deleteAccount) }

/** The account of whoever is signed in. */
export async function myAccount(ctx: Ctx): Promise<Account> {
  const account = await accountById(ctx, ctx.actor.accountId ?? '')
  if (!account) throw new AppError('notSignedIn')
  return account
}

export const mineRoutes = [
  get('/mein/konto', {
    may,
    show: async (ctx) => {
      const account = await myAccount(ctx)
      return <ProfilePage account={account} form={{ ...blank, input: { name: account.name, locale: account.locale } }} />
    },
  }),
  post('/mein/konto/profil', {
    may,
    form: z.object({ name: PersonName, locale: z.enum(['de', 'en']) }),
    run: changeProfile,
    done: ({ locale }) => ({
      to: '/mein/konto',
      flash: { kind: 'success', text: 'accounts.saved' },
      cookies: [{ name: 'sprache', value: locale, maxAge: 31_536_000 }],
    }),
    again: async (ctx, form) => <ProfilePage account={await myAccount(ctx)} form={form} />,
  }),

  get('/mein/konto/email', {
    may,
    show: async (ctx) => (await proveFirst(ctx, '/mein/konto/email')) ?? <NewEmailPage form={blank} email={(await myAccount(ctx)).email} />,
  }),
  post('/mein/konto/email', {
    may,
    form: z.object({ email: Email }),
    limit: [{ points: 10, seconds: 3600, per: 'account' }],
    repeat,
    run: important.askForNewEmail,
    done: ({ holder }, ctx) => ({ to: '/mein/konto/email/code', cookies: [stepCookie(ctx, 'newEmail', holder)] }),
    again: async (ctx, form) => <NewEmailPage form={form} email={(await myAccount(ctx)).email} />,
  }),
  get('/mein/konto/email/code', {
    may,
    show: async (ctx, { headers }) => {
      const challenge = await held(ctx, 'newEmail', holderIn(ctx, headers))
      return challenge ? newEmailCode(ctx, blank, challenge.email ?? '') : redirect('/mein/konto/email', 302)
    },
  }),
  post('/mein/konto/email/code', {
    may,
    form: z.object({ code: Code }),
    limit: guesses,
    repeat,
    run: confirmNewEmailByCode,
    done: (_, ctx) => ({ to: '/mein/konto', flash: { kind: 'success', text: 'accounts.newEmail.done' }, cookies: [noStep(ctx)] }),
    again: (ctx, form) => newEmailCode(ctx, form),
  }),
  // The link proves the new address by itself, also on a device that is not signed in.
  get('/mein/konto/email/link', {
    may: 'everyone',
    query: z.object({ schluessel: Secret }),
    show: async (ctx, { query }) => {
      const challenge = await linked(ctx, 'newEmail', query.schluessel)
      return challenge ? newEmailLink(ctx, query.schluessel, challenge.email ?? '') : <Expired />
    },
  }),
  post('/mein/konto/email/link', {
    may: 'everyone',
    form: z.object({ schluessel: Secret }),
    limit: guesses,
    repeat,
    run: confirmNewEmailByLink,
    done: () => ({ to: '/mein/konto', flash: { kind: 'success', text: 'accounts.newEmail.done' } }),
    again: () => <Expired />,
  }),

  get('/mein/konto/geraete', {
    may,
    show: async (ctx) => <DevicesPage sessions={await sessionsOf(ctx, ctx.actor.accountId ?? '')} here={ctx.actor.sessionId} />,
  }),
  post('/mein/konto/geraete/alle-abmelden', {
    may,
    form: z.object({}),
    run: endOtherSessions,
    done: ({ count }) => ({ to: '/mein/konto/geraete', flash: { kind: 'success', text: 'accounts.devices.ended', params: { count } } }),
    again: () => undefined,
  }),
  post('/mein/konto/geraete/:id/abmelden', {
    may,
    params: z.object({ id: z.uuid() }),
    form: z.object({}),
    run: endSession,
    done: () => ({ to: '/mein/konto/geraete', flash: { kind: 'success', text: 'accounts.devices.ended', params: { count: 1 } } }),
    again: async (ctx) => <DevicesPage sessions={await sessionsOf(ctx, ctx.actor.accountId ?? '')} here={ctx.actor.sessionId} />,
  }),

  get('/mein/konto/verlauf', { may, show: async (ctx) => <LogPage entries={await logOf(ctx, ctx.actor.accountId ?? '')} /> }),

  get('/mein/konto/daten', { may, show: () => <DataPage /> }),
  get('/mein/konto/daten.json', {
    may,
    show: async (ctx) =>
      new Reply(JSON.stringify(await exportOf(ctx), null, 2), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="stadtplatz-konto.json"',
        'cache-control': 'no-store',
      }),
  }),
  get('/mein/konto/loeschen', {
    may,
    show: async (ctx) =>
      (await proveFirst(ctx, '/mein/konto/loeschen')) ?? <DeletePage form={blank} email={(await myAccount(ctx)).email} />,
  }),
  post('/mein/konto/loeschen', {
    may,
    form: z.object({ sure: z.literal('ja', 'accounts.error.sure') }),
    repeat,
    run: important.deleteAccount,
    done: (_, ctx) => ({ to: '/', flash: { kind: 'success', text: 'accounts.delete.done' }, cookies: [noSession(ctx)] }),
    again: async (ctx, form) => <DeletePage form={form} email={(await myAccount(ctx)).email} />,
  }),
]

type PageForm = Parameters<typeof CodePage>[0]['form']

const newEmailCode = ({ locale }: Ctx, form: PageForm, email = '') => (
  <CodePage
    form={form}
    action="/mein/konto/email/code"
    title={textIn(locale, 'accounts.newEmail.confirm')}
    lead={textIn(locale, email ? 'accounts.newEmail.confirmLead' : 'accounts.code.leadAgain', { email })}
    submit={textIn(locale, 'accounts.newEmail.confirmGo')}
    back={{ href: '/mein/konto/email', text: textIn(locale, 'accounts.code.again') }}
  />
)

const newEmailLink = ({ locale }: Ctx, link: string, email: string) => (
  <LinkPage
    form={blank}
    action="/mein/konto/email/link"
    link={link}
    title={textIn(locale, 'accounts.newEmail.confirm')}
    lead={textIn(locale, 'accounts.newEmail.linkLead', { email })}
    submit={textIn(locale, 'accounts.newEmail.confirmGo')}
  />
)

const Expired = () => <LinkExpiredPage back={{ href: '/mein/konto/email', text: t('accounts.code.again') }} />
