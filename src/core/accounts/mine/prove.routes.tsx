import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { Code } from '../challenges/challenge.rules.ts'
import { held } from '../challenges/challenge.verbs.ts'
import { holderIn, stepCookie } from '../challenges/step-cookie.ts'
import { passkeysOf } from '../passkeys/passkey.sql.ts'
import { rpIdOf } from '../passkeys/webauthn.ts'
import { safePath } from '../safe-path.ts'
import { myAccount } from './mine.routes.tsx'
import { mailProofCode, prove } from './prove.verbs.ts'
import { ProvePage } from './prove.view.tsx'

const may = 'signedIn'
const repeat = 'unkeyed'
const Onward = z.string().max(500).optional()
const path = '/mein/konto/bestaetigen'

const page = async (ctx: Ctx, form: Parameters<typeof ProvePage>[0]['form'], code: boolean) => {
  const account = await myAccount(ctx)
  const rpId = rpIdOf(ctx.town)
  const { weiter } = form.input
  const ways = {
    password: account.passwordHash !== null,
    secondFactor: account.totpConfirmedAt !== null,
    passkeys: (await passkeysOf(ctx, account.id)).some((passkey) => passkey.rpId === rpId),
    weiter: safePath(typeof weiter === 'string' ? weiter : undefined, '/mein/konto'),
  }
  return <ProvePage form={form} ways={ways} code={code} />
}

export const proveRoutes = [
  get(path, {
    may,
    query: z.object({ weiter: Onward }),
    show: async (ctx, { query, headers }) =>
      await page(ctx, { ...blank, input: query }, (await held(ctx, 'confirm', holderIn(ctx, headers))) !== undefined),
  }),
  post(path, {
    may,
    form: z
      .object({
        password: z.string().max(1000).optional(),
        code: Code.optional(),
        secondFactor: z.string().max(20).optional(),
        answer: z.string().max(20_000).optional(),
        weiter: Onward,
      })
      .refine((proof) => proof.password !== undefined || proof.code !== undefined || proof.answer !== undefined, {
        path: ['password'],
        message: 'error.required',
      }),
    limit: [{ points: 60, seconds: 300, per: 'network' }],
    repeat,
    run: prove,
    done: ({ to }) => to,
    again: (ctx, form) => page(ctx, form, form.input.code !== undefined),
  }),
  post(`${path}/code`, {
    may,
    form: z.object({ weiter: Onward }),
    limit: [{ points: 10, seconds: 3600, per: 'account' }],
    repeat,
    run: mailProofCode,
    done: ({ holder, to }, ctx) => ({
      to: `${path}?weiter=${encodeURIComponent(to)}`,
      cookies: [stepCookie(ctx, 'confirm', holder)],
      flash: { kind: 'info', text: 'accounts.prove.sent' },
    }),
    again: (ctx, form) => page(ctx, form, false),
  }),
]
