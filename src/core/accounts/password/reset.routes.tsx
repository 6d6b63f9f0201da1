import { z } from 'zod'
import { redirect } from '#platform/http/reply.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { Email } from '../account.rules.ts'
import { Code, Secret } from '../challenges/challenge.rules.ts'
import { held, linked } from '../challenges/challenge.verbs.ts'
import { holderIn, noStep, stepCookie } from '../challenges/step-cookie.ts'
import { LinkExpiredPage } from '../sign-in/sign-in.view.tsx'
import { Password } from './password.rules.ts'
import { askForReset, resetPassword } from './reset.verbs.ts'
import { ForgottenPage, NewPasswordPage } from './reset.view.tsx'

const repeat = 'unkeyed'

export const resetRoutes = [
  get('/passwort/vergessen', { may: 'everyone', show: () => <ForgottenPage form={blank} /> }),
  post('/passwort/vergessen', {
    may: 'everyone',
    form: z.object({ email: Email }),
    limit: [{ points: 30, seconds: 3600, per: 'network' }],
    repeat,
    run: askForReset,
    done: ({ holder }, ctx) => ({ to: '/passwort/neu', cookies: [stepCookie(ctx, 'reset', holder)] }),
    again: (_, form) => <ForgottenPage form={form} />,
  }),
  get('/passwort/neu', {
    may: 'everyone',
    query: z.object({ schluessel: Secret.optional() }),
    show: async (ctx, { query, headers }) => {
      const challenge = query.schluessel ? await linked(ctx, 'reset', query.schluessel) : await held(ctx, 'reset', holderIn(ctx, headers))
      if (challenge) return <NewPasswordPage form={blank} link={query.schluessel} email={challenge.email ?? ''} />
      return query.schluessel ? <Expired /> : redirect('/passwort/vergessen', 302)
    },
  }),
  post('/passwort/neu', {
    may: 'everyone',
    form: z
      .object({ code: Code.optional(), schluessel: Secret.optional(), password: Password })
      .refine((input) => input.code !== undefined || input.schluessel !== undefined, { path: ['code'], message: 'error.required' }),
    limit: [{ points: 60, seconds: 300, per: 'network' }],
    repeat,
    run: resetPassword,
    done: (_, ctx) => ({ to: '/anmelden', flash: { kind: 'success', text: 'accounts.newPassword.done' }, cookies: [noStep(ctx)] }),
    again: (_, form) => {
      const link = typeof form.input.schluessel === 'string' ? form.input.schluessel : undefined
      return link && form.refusal ? <Expired /> : <NewPasswordPage form={form} link={link} />
    },
  }),
]

const Expired = () => <LinkExpiredPage back={{ href: '/passwort/vergessen', text: t('accounts.code.again') }} />
