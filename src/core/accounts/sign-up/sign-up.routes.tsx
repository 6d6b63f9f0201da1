import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { t, textIn } from '#platform/text.ts'
import { Email, PersonName } from '../account.rules.ts'
import { Code, Secret } from '../challenges/challenge.rules.ts'
import { held, linked } from '../challenges/challenge.verbs.ts'
import { holderIn, stepCookie } from '../challenges/step-cookie.ts'
import { Password } from '../password/password.rules.ts'
import { pendingIdentity } from '../providers/pending.ts'
import { safePath } from '../safe-path.ts'
import type { arrive } from '../sign-in/enter.ts'
import { CodePage, LinkExpiredPage, LinkPage } from '../sign-in/sign-in.view.tsx'
import { confirmByCode, confirmByLink, needsPassword, signUp } from './sign-up.verbs.ts'
import { SignUpPage } from './sign-up.view.tsx'

const Onward = z.string().max(500).optional()
const guesses = [{ points: 60, seconds: 300, per: 'network' }] as const
const repeat = 'unkeyed'

export const signUpRoutes = [
  get('/registrieren', {
    may: 'everyone',
    query: z.object({ weiter: Onward }),
    show: (ctx, { query, headers }) => {
      if (ctx.actor.kind === 'person') return redirect(safePath(query.weiter), 302)
      const { name, email } = pendingIdentity(ctx, headers) ?? { name: '', email: '' }
      return <SignUpPage form={{ ...blank, input: { name, email } }} weiter={safePath(query.weiter)} />
    },
  }),
  post('/registrieren', {
    may: 'everyone',
    form: z.object({ name: PersonName, email: Email, password: Password.optional(), weiter: Onward }),
    limit: [{ points: 30, seconds: 3600, per: 'network' }],
    repeat,
    run: signUp,
    done: ({ holder }, ctx) => ({ to: '/registrieren/bestaetigen', cookies: [stepCookie(ctx, 'signUp', holder)] }),
    again: (_, form) => <SignUpPage form={form} weiter={safePath(typeof form.input.weiter === 'string' ? form.input.weiter : undefined)} />,
  }),
  get('/registrieren/bestaetigen', {
    may: 'everyone',
    show: async (ctx, { headers }) => {
      const challenge = await held(ctx, 'signUp', holderIn(ctx, headers))
      return challenge ? confirmPage(ctx, blank, challenge.email ?? '') : redirect('/registrieren', 302)
    },
  }),
  post('/registrieren/bestaetigen', {
    may: 'everyone',
    form: z.object({ code: Code }),
    limit: guesses,
    repeat,
    run: confirmByCode,
    done: (arrival) => withWelcome(arrival),
    again: (ctx, form) => confirmPage(ctx, form),
  }),
  get('/registrieren/link', {
    may: 'everyone',
    query: z.object({ schluessel: Secret }),
    show: async (ctx, { query, headers }) => {
      const challenge = await linked(ctx, 'signUp', query.schluessel)
      if (!challenge) return <Expired />
      return linkPage(ctx, blank, query.schluessel, await needsPassword(ctx, query.schluessel, headers), challenge.email ?? '')
    },
  }),
  post('/registrieren/link', {
    may: 'everyone',
    form: z.object({ schluessel: Secret, password: z.string().max(1000).optional() }),
    limit: guesses,
    repeat,
    run: confirmByLink,
    done: (arrival) => withWelcome(arrival),
    again: (ctx, form) =>
      form.refusal?.code === 'stepExpired' ? <Expired /> : linkPage(ctx, form, String(form.input.schluessel ?? ''), true, ''),
  }),
]

const withWelcome = (arrival: Parameters<typeof arrive>[0]) => ({
  to: arrival.to,
  cookies: arrival.cookies,
  flash: { kind: 'success', text: 'accounts.signUp.done' } as const,
})

type PageForm = Parameters<typeof CodePage>[0]['form']

const confirmPage = ({ locale }: Ctx, form: PageForm, email = '') => (
  <CodePage
    form={form}
    action="/registrieren/bestaetigen"
    title={textIn(locale, 'accounts.signUp.confirm')}
    lead={textIn(locale, email ? 'accounts.signUp.confirmLead' : 'accounts.code.leadAgain', { email })}
    submit={textIn(locale, 'accounts.signUp.confirmGo')}
    back={{ href: '/registrieren', text: textIn(locale, 'accounts.signUp.back') }}
  />
)

const linkPage = ({ locale }: Ctx, form: PageForm, link: string, password: boolean, email: string) => (
  <LinkPage
    form={form}
    action="/registrieren/link"
    link={link}
    title={textIn(locale, 'accounts.signUp.confirm')}
    lead={textIn(locale, email ? 'accounts.signUp.linkLead' : 'accounts.signUp.linkLeadAgain', { email })}
    submit={textIn(locale, 'accounts.signUp.confirmGo')}
    password={password}
  />
)

const Expired = () => <LinkExpiredPage back={{ href: '/registrieren', text: t('accounts.signUp.back') }} />
