import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { blank, get, post, type Route } from '#platform/http/route.ts'
import { Code } from '../challenges/challenge.rules.ts'
import { stepCookie } from '../challenges/step-cookie.ts'
import { passkeysOf } from '../passkeys/passkey.sql.ts'
import { addPasskey, askForNewPasskey, removePasskey } from '../passkeys/passkey.verbs.ts'
import { rpIdOf } from '../passkeys/webauthn.ts'
import { Password } from '../password/password.rules.ts'
import { identitiesOf } from '../providers/identity.sql.ts'
import { noPending, pendingIdentity } from '../providers/pending.ts'
import type { Provider } from '../providers/provider.rules.ts'
import { connectIdentity, disconnectIdentity } from '../providers/provider.verbs.ts'
import { codesCookie, codesIn } from '../second-factor/codes-cookie.ts'
import { recoveryCodesLeft } from '../second-factor/second-factor.sql.ts'
import { renewCodes, turnOff, turnOn } from '../second-factor/second-factor.verbs.ts'
import { newSetUp, openSetUp } from '../second-factor/set-up.ts'
import { proveFirst, whenFresh } from '../sessions/fresh.ts'
import { myAccount } from './mine.routes.tsx'
import { changePassword } from './my-account.verbs.ts'
import { CodesPage, ConnectPage, PasswordPage, SetUpPage } from './secure-steps.view.tsx'
import { SecurityPage } from './security.view.tsx'

const may = 'signedIn'
const repeat = 'unkeyed'
const home = '/mein/konto/sicherheit'
const codesPath = '/mein/konto/zweiter-faktor/codes'
const said = (text: string) => ({ to: home, flash: { kind: 'success', text } as const })

/** Only shortly after the person has proved that it is she. */
const important = {
  changePassword: whenFresh(changePassword),
  turnOn: whenFresh((ctx, { sealed, code }: { sealed: string; code: string }) =>
    turnOn(ctx, { secret: openSetUp(ctx, sealed) ?? '', code }),
  ),
  turnOff: whenFresh(turnOff),
  renewCodes: whenFresh(renewCodes),
  askForNewPasskey: whenFresh(askForNewPasskey),
  addPasskey: whenFresh(addPasskey),
  removePasskey: whenFresh(removePasskey),
  connectIdentity: whenFresh(connectIdentity),
  disconnectIdentity: whenFresh(disconnectIdentity),
}

export function securityRoutes(providers: readonly Provider[]): Route[] {
  const nameOf = (id: string): string => providers.find((provider) => provider.id === id)?.name ?? id
  const page = async (ctx: Ctx, form: Parameters<typeof SecurityPage>[0]['form'] = blank) => {
    const account = await myAccount(ctx)
    const security = {
      hasPassword: account.passwordHash !== null,
      secondFactorSince: account.totpConfirmedAt,
      codesLeft: await recoveryCodesLeft(ctx, account.id),
      passkeys: await passkeysOf(ctx, account.id),
      passkeysPossible: rpIdOf(ctx.town) !== undefined,
      identities: (await identitiesOf(ctx, account.id)).map((identity) => ({ ...identity, name: nameOf(identity.provider) })),
      providers: providers.map(({ id, name }) => ({ id, name })),
    }
    return <SecurityPage security={security} form={form} />
  }

  return [
    get(home, { may, show: async (ctx) => (await proveFirst(ctx, home)) ?? (await page(ctx)) }),

    get('/mein/konto/passwort', {
      may,
      show: async (ctx) =>
        (await proveFirst(ctx, '/mein/konto/passwort')) ?? (
          <PasswordPage form={blank} hasPassword={(await myAccount(ctx)).passwordHash !== null} />
        ),
    }),
    post('/mein/konto/passwort', {
      may,
      form: z.object({ password: Password }),
      repeat,
      run: important.changePassword,
      done: (device) => ({ ...said('accounts.changePassword.done'), cookies: [device] }),
      again: async (ctx, form) => <PasswordPage form={form} hasPassword={(await myAccount(ctx)).passwordHash !== null} />,
    }),

    get('/mein/konto/zweiter-faktor', {
      may,
      show: async (ctx) => {
        const first = await proveFirst(ctx, '/mein/konto/zweiter-faktor')
        if (first) return first
        const account = await myAccount(ctx)
        return account.totpConfirmedAt ? redirect(home, 302) : <SetUpPage form={blank} {...newSetUp(ctx, account.email)} />
      },
    }),
    post('/mein/konto/zweiter-faktor', {
      may,
      form: z.object({ sealed: z.string().max(500), code: Code }),
      limit: [{ points: 30, seconds: 300, per: 'account' }],
      repeat,
      run: important.turnOn,
      done: ({ codes }, ctx) => ({ to: codesPath, cookies: [codesCookie(ctx, codes)] }),
      again: async (ctx, form) => {
        const sealed = typeof form.input.sealed === 'string' ? form.input.sealed : undefined
        return <SetUpPage form={form} {...newSetUp(ctx, (await myAccount(ctx)).email, sealed)} />
      },
    }),
    post('/mein/konto/zweiter-faktor/aus', {
      may,
      form: z.object({}),
      run: important.turnOff,
      done: () => said('accounts.secondFactor.isOff'),
      again: page,
    }),
    get(codesPath, {
      may,
      show: async (ctx, { headers }) => (await proveFirst(ctx, codesPath)) ?? <CodesPage codes={codesIn(ctx, headers)} />,
    }),
    post(codesPath, {
      may,
      form: z.object({}),
      repeat,
      run: important.renewCodes,
      done: ({ codes }, ctx) => ({ to: codesPath, cookies: [codesCookie(ctx, codes)] }),
      again: page,
    }),

    post('/mein/konto/passkeys/frage', {
      may,
      audience: 'internal',
      form: z.object({}),
      repeat,
      run: important.askForNewPasskey,
      done: ({ holder }, ctx) => ({ to: home, cookies: [stepCookie(ctx, 'passkey', holder)] }),
      json: ({ options }) => options,
      again: page,
    }),
    post('/mein/konto/passkeys', {
      may,
      form: z.object({ name: z.string().trim().min(1).max(100), answer: z.string().min(1).max(20_000) }),
      repeat,
      run: important.addPasskey,
      done: () => said('accounts.passkey.added'),
      again: page,
    }),
    post('/mein/konto/passkeys/:id/entfernen', {
      may,
      params: z.object({ id: z.uuid() }),
      form: z.object({}),
      run: important.removePasskey,
      done: () => said('accounts.passkey.removed'),
      again: page,
    }),

    get('/mein/konto/verbinden', {
      may,
      show: (ctx, { headers }) => {
        const pending = pendingIdentity(ctx, headers)
        return pending ? (
          <ConnectPage form={blank} provider={nameOf(pending.provider)} name={pending.name || pending.email || pending.subject} />
        ) : (
          redirect(home, 302)
        )
      },
    }),
    post('/mein/konto/verbinden', {
      may,
      form: z.object({}),
      repeat,
      run: important.connectIdentity,
      done: (_, ctx) => ({ ...said('accounts.connect.done'), cookies: [noPending(ctx)] }),
      again: page,
    }),
    post('/mein/konto/verbindungen/:provider/trennen', {
      may,
      params: z.object({ provider: z.string().regex(/^[a-z0-9-]{1,30}$/) }),
      form: z.object({}),
      run: important.disconnectIdentity,
      done: () => said('accounts.identities.disconnected'),
      again: page,
    }),
  ]
}
