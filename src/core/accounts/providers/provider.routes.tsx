import { z } from 'zod'
import { redirect } from '#platform/http/reply.ts'
import { cookieOf } from '#platform/http/request.ts'
import { get, type Route } from '#platform/http/route.ts'
import { UnconnectedPage } from '../sign-in/sign-in.view.tsx'
import { pendingIdentity } from './pending.ts'
import type { Provider } from './provider.rules.ts'
import { finishErrand, startErrand } from './provider.verbs.ts'

const limit = [{ points: 60, seconds: 300, per: 'network' }] as const

/** Both by GET, because browsers are sent there and back; links and not forms, because form-action forbids other sites. */
export const providerRoutes = (providers: readonly Provider[]): Route[] => {
  if (providers.length === 0) return []
  const named = z.object({ provider: z.enum(providers.map(({ id }) => id)) })
  const find = (id: string) => providers.find((provider) => provider.id === id)
  return [
    get('/anmelden/mit/:provider', {
      may: 'everyone',
      audience: 'internal',
      params: named,
      query: z.object({ weiter: z.string().max(500).optional() }),
      limit,
      show: (ctx, { params, query }) => {
        const provider = find(params.provider)
        return provider && (() => startErrand(ctx, provider, query.weiter))
      },
    }),
    get('/anmelden/mit/:provider/zurueck', {
      may: 'everyone',
      audience: 'internal',
      params: named,
      limit,
      show: (ctx, { params, url, headers }) => {
        const provider = find(params.provider)
        const asked = { headers, cookie: (name: string) => cookieOf(headers.get('cookie'), name) }
        return provider && (() => finishErrand(ctx, provider, url, headers, asked))
      },
    }),
    get('/anmelden/verbinden', {
      may: 'everyone',
      audience: 'internal',
      show: (ctx, { headers }) => {
        const pending = pendingIdentity(ctx, headers)
        return pending ? <UnconnectedPage provider={find(pending.provider)?.name ?? pending.provider} /> : redirect('/anmelden', 302)
      },
    }),
  ]
}
