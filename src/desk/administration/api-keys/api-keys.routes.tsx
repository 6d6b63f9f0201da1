import { z } from 'zod'
import {
  ApiKeyName,
  apiKeyById,
  apiKeys,
  issueApiKey,
  knownScopes,
  MANAGE_API_KEYS,
  NewApiKey,
  renameApiKey,
  revokeApiKey,
} from '#core/api-keys/index.ts'
import { nameIn, organisationById, organisationsOf, unitKinds } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { historyOf } from '../history.ts'
import { API_KEYS_PATH, ApiKeysPage } from './api-keys.view.tsx'
import { keyCookie, keyShown } from './key-cookie.ts'
import { NewApiKeyPage } from './new-key.view.tsx'
import { ApiKeyPage } from './one-key.view.tsx'

const common = { may: MANAGE_API_KEYS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const PER_PAGE = 50
const ONE = `${API_KEYS_PATH}/:id{[0-9a-f-]{36}}`

export const apiKeyRoutes = [
  get(API_KEYS_PATH, {
    ...common,
    query: z.object({ vor: z.uuid().optional().catch(undefined) }),
    show: async (ctx, { query: { vor } }) => {
      const keys = await apiKeys(ctx, { before: vor, limit: PER_PAGE + 1 })
      return <ApiKeysPage keys={keys.slice(0, PER_PAGE)} more={keys.length > PER_PAGE} first={!vor} now={ctx.now()} />
    },
  }),
  get(`${API_KEYS_PATH}/neu`, { ...common, show: (ctx) => newPage(ctx, blank) }),
  post(API_KEYS_PATH, {
    ...common,
    form: NewApiKey,
    limit: [{ points: 60, seconds: 3600, per: 'account' }],
    run: (ctx, input) => issueApiKey(ctx, input),
    done: (made, ctx) => ({ to: `${API_KEYS_PATH}/${made.id}`, cookies: [keyCookie(ctx, made)] }),
    again: newPage,
  }),
  get(ONE, {
    ...common,
    params: At,
    show: (ctx, { params, headers }) => onePage(ctx, params.id, blank, keyShown(ctx, params.id, headers)),
  }),
  post(`${ONE}/name`, {
    ...common,
    params: At,
    form: ApiKeyName,
    run: renameApiKey,
    done: (_, __, { id }) => ({ to: `${API_KEYS_PATH}/${id}`, flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${ONE}/widerruf`, {
    ...common,
    params: At,
    form: z.object({}),
    run: revokeApiKey,
    done: ({ name }) => ({ to: API_KEYS_PATH, flash: { kind: 'success', text: 'administration.apiKeys.revoked', params: { name } } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
]

async function newPage(ctx: Ctx, form: Again<NewApiKey>) {
  return <NewApiKeyPage form={form} scopes={knownScopes()} units={await organisationsOf(ctx, unitKinds)} locale={ctx.locale} />
}

async function onePage(ctx: Ctx, id: string, form: Again, shown?: string) {
  const it = await apiKeyById(ctx, id)
  if (!it) return undefined
  const unit = it.unitId ? await organisationById(ctx, it.unitId) : undefined
  const { events, names } = await historyOf(ctx, { type: 'apiKey', id }, { everything: true })
  return <ApiKeyPage {...{ it, form, shown, events, names, now: ctx.now(), unitName: unit && nameIn(unit, ctx.locale) }} />
}
