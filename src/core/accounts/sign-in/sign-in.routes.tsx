import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { blank, get, post, type Route } from '#platform/http/route.ts'
import { t, textIn } from '#platform/text.ts'
import { Email } from '../account.rules.ts'
import { demoAccounts } from '../account.sql.ts'
import { Code, Secret } from '../challenges/challenge.rules.ts'
import { held, linked } from '../challenges/challenge.verbs.ts'
import { holderIn, stepCookie } from '../challenges/step-cookie.ts'
import { askForPasskey, signInByPasskey } from '../passkeys/passkey.verbs.ts'
import { rpIdOf } from '../passkeys/webauthn.ts'
import type { Provider } from '../providers/provider.rules.ts'
import { safePath } from '../safe-path.ts'
import { signInBySecondFactor } from '../second-factor/second-factor.verbs.ts'
import { noSession, signOut } from '../sessions/session.verbs.ts'
import { arrive } from './enter.ts'
import { askForCode, signInByCode, signInByLink, signInByPassword } from './sign-in.verbs.ts'
import { CodePage, LinkExpiredPage, LinkPage, SignInPage } from './sign-in.view.tsx'

const Onward = z.string().max(500).optional()
const guesses = [{ points: 60, seconds: 300, per: 'network' }] as const
const mails = [{ points: 30, seconds: 3600, per: 'network' }] as const
/** Forms with passwords or that end in a session keep no answer for repeats: it would hold what only the reader may have. */
const repeat = 'unkeyed'

const Link = z.object({ schluessel: Secret })
const again = () => ({ href: '/anmelden', text: t('accounts.code.again') })

export function signInRoutes({ demo, providers }: { demo: boolean; providers: readonly Provider[] }): Route[] {
  const offer = async (ctx: Ctx, weiter: unknown) => ({
    weiter: safePath(typeof weiter === 'string' ? weiter : undefined),
    providers: providers.map(({ id, name }) => ({ id, name })),
    demo: demo && ctx.town.demo ? await demoAccounts(ctx) : undefined,
    passkeys: rpIdOf(ctx.town) !== undefined,
  })
  const signInPage = async (ctx: Ctx, form: Parameters<typeof SignInPage>[0]['form']) => (
    <SignInPage form={form} offer={await offer(ctx, form.input.weiter)} />
  )

  return [
    get('/anmelden', {
      may: 'everyone',
      query: z.object({ weiter: Onward }),
      show: async (ctx, { query }) =>
        ctx.actor.kind === 'person' && !demo ? redirect(safePath(query.weiter), 302) : await signInPage(ctx, { ...blank, input: query }),
    }),
    post('/anmelden', {
      may: 'everyone',
      form: z.object({ email: Email, password: z.string().min(1).max(1000), weiter: Onward }),
      limit: guesses,
      repeat,
      run: signInByPassword,
      done: arrive,
      again: signInPage,
    }),

    post('/anmelden/code', {
      may: 'everyone',
      form: z.object({ email: Email, weiter: Onward }),
      limit: mails,
      repeat,
      run: askForCode,
      done: ({ holder }, ctx) => ({ to: '/anmelden/code', cookies: [stepCookie(ctx, 'signIn', holder)] }),
      again: signInPage,
    }),
    get('/anmelden/code', {
      may: 'everyone',
      show: async (ctx, { headers }) => {
        const challenge = await held(ctx, 'signIn', holderIn(ctx, headers))
        return challenge ? codePage(ctx, blank, challenge.email ?? '') : redirect('/anmelden', 302)
      },
    }),
    post('/anmelden/code/pruefen', {
      may: 'everyone',
      form: z.object({ code: Code }),
      limit: guesses,
      repeat,
      run: signInByCode,
      done: arrive,
      again: (ctx, form) => codePage(ctx, form),
    }),

    get('/anmelden/link', {
      may: 'everyone',
      query: Link,
      show: async (ctx, { query }) => {
        const challenge = await linked(ctx, 'signIn', query.schluessel)
        return challenge ? linkPage(ctx, blank, query.schluessel, challenge.email ?? '') : <Expired />
      },
    }),
    post('/anmelden/link', {
      may: 'everyone',
      form: Link,
      limit: guesses,
      repeat,
      run: signInByLink,
      done: arrive,
      again: () => <Expired />,
    }),

    get('/anmelden/zweiter-faktor', {
      may: 'everyone',
      show: async (ctx, { headers }) =>
        (await held(ctx, 'secondFactor', holderIn(ctx, headers))) ? secondFactorPage(ctx, blank) : redirect('/anmelden', 302),
    }),
    post('/anmelden/zweiter-faktor', {
      may: 'everyone',
      form: z.object({ code: z.string().trim().min(6).max(20) }),
      limit: guesses,
      repeat,
      run: signInBySecondFactor,
      done: arrive,
      again: (ctx, form) => secondFactorPage(ctx, form),
    }),

    post('/anmelden/passkey/frage', {
      may: 'everyone',
      audience: 'internal',
      form: z.object({}),
      limit: guesses,
      repeat,
      run: askForPasskey,
      done: ({ holder }, ctx) => ({ to: '/anmelden', cookies: [stepCookie(ctx, 'passkey', holder)] }),
      json: ({ options }) => options,
      again: signInPage,
    }),
    post('/anmelden/passkey', {
      may: 'everyone',
      form: z.object({ answer: z.string().min(1).max(20_000), weiter: Onward }),
      limit: guesses,
      repeat,
      run: signInByPasskey,
      done: arrive,
      again: signInPage,
    }),

    post('/abmelden', {
      may: 'everyone',
      form: z.object({}),
      repeat,
      run: signOut,
      done: (_, ctx) => ({ to: '/', flash: { kind: 'success', text: 'accounts.signedOut' }, cookies: [noSession(ctx)] }),
      again: signInPage,
    }),
  ]
}

type PageForm = Parameters<typeof CodePage>[0]['form']

const codePage = ({ locale }: Ctx, form: PageForm, email = '') => (
  <CodePage
    form={form}
    action="/anmelden/code/pruefen"
    title={textIn(locale, 'accounts.code.title')}
    lead={textIn(locale, email ? 'accounts.code.lead' : 'accounts.code.leadAgain', { email })}
    submit={textIn(locale, 'accounts.signIn.go')}
    back={{ href: '/anmelden', text: textIn(locale, 'accounts.code.again') }}
  />
)

const linkPage = ({ locale }: Ctx, form: PageForm, link: string, email: string) => (
  <LinkPage
    form={form}
    action="/anmelden/link"
    link={link}
    title={textIn(locale, 'accounts.signIn.title')}
    lead={textIn(locale, 'accounts.signIn.linkLead', { email })}
    submit={textIn(locale, 'accounts.signIn.go')}
  />
)

const secondFactorPage = ({ locale }: Ctx, form: PageForm) => (
  <CodePage
    form={form}
    action="/anmelden/zweiter-faktor"
    title={textIn(locale, 'accounts.secondFactor.title')}
    lead={textIn(locale, 'accounts.secondFactor.lead')}
    submit={textIn(locale, 'accounts.signIn.go')}
    kind="app"
    back={{ href: '/anmelden', text: textIn(locale, 'accounts.backToSignIn') }}
  />
)

/** A component, so that its words are chosen while the page renders. */
const Expired = () => <LinkExpiredPage back={again()} />
