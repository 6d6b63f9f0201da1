import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeOrganisation, createOrganisation, MANAGE_ORGANISATIONS } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { actorWith, eventsOf } from '../../../test/setup/people.ts'
import { doing, makeTown, thursday } from '../../../test/setup/town.ts'
import { MOST_KEYS } from './api-key.rules.ts'
import { apiKeyById, apiKeys, changeKey } from './api-key.sql.ts'
import { issueApiKey, knownScopes, MANAGE_API_KEYS, renameApiKey, revokeApiKey, setScopes } from './api-key.verbs.ts'
import { programOf } from './program.ts'

const { pool } = await testDatabase()
const [town, other] = [await makeTown(pool, 'neustadt'), await makeTown(pool, 'altstadt')]
const keeper = actorWith([MANAGE_API_KEYS])
const inTown = <T>(work: Parameters<typeof doing<T>>[2], more: Partial<Parameters<typeof doing>[1]> = {}) =>
  doing(pool, { town, actor: keeper, ...more }, work)
const allKeys = (ctx: Ctx) => apiKeys(ctx, { limit: 1_000 })
const later = (days: number) => new Date(thursday.getTime() + days * 86_400_000)

const before = knownScopes()
beforeAll(() =>
  setScopes([
    { scope: 'door.open', text: 'door.open' },
    { scope: 'door.paint', text: 'door.paint', forUnit: true },
  ]),
)
afterAll(() => setScopes(before))

const issued = async (input: Partial<Parameters<typeof issueApiKey>[1]> = {}) => {
  const made = await inTown((ctx) => issueApiKey(ctx, { name: 'Türöffner', scopes: ['door.open'], ...input }))
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
it('is kept as a digest alone, and opens what it was issued for and nothing else, in its own town', async () => {
  const { id, key } = await issued()
  const kept = await inTown((ctx) =>
    ctx.db.selectFrom('core.api_key').selectAll().where('tenant_id', '=', town.id).where('id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(kept.key_hash).toHaveLength(32)
  expect(JSON.stringify({ ...kept, key_hash: kept.key_hash.toString('latin1') })).not.toContain(key.slice(-20))
  const program = await inTown((ctx) => programOf(ctx, key))
  expect([program.kind, [...program.permissions].sort()]).toEqual(['program', ['door.open', 'everyone']])
  for (const wrong of [undefined, '', key.slice(0, -1), `${key}x`, 'x'.repeat(10_000)])
    expect((await inTown((ctx) => programOf(ctx, wrong))).kind).not.toBe('program')
  expect((await inTown((ctx) => programOf(ctx, key), { town: other })).kind).not.toBe('program')
  expect(await inTown((ctx) => apiKeyById(ctx, id), { town: other })).toBeUndefined()
})

describe('refused', () => {
  it.each([
    ['scopeUnknown', { scopes: ['door.open', 'door.steal'] }],
    ['unitNeeded', { scopes: ['door.paint'] }],
    ['expiresPast', { expiresOn: '2026-05-06' }],
  ] as const)('%s', async (code, input) => {
    const made = await inTown((ctx) =>
      issueApiKey(ctx, { name: 'Türöffner', ...input, scopes: [...(('scopes' in input && input.scopes) || ['door.open'])] }),
    )
    expect(made.ok ? 'issued' : made.refusal.code).toBe(code)
  })

  it('for what is no unit of this town', async () => {
    const manager = { actor: actorWith([MANAGE_ORGANISATIONS]) }
    const made = async (input: { kind: 'authority' | 'department' | 'club'; parentId?: string }, more: { town?: typeof town } = {}) => {
      const found = await inTown((ctx) => createOrganisation(ctx, { ...input, name: input.kind, description: '' }), { ...manager, ...more })
      if (!found.ok) throw new Error(found.refusal.code)
      return found.value.id
    }
    const wrong = [newId(), await made({ kind: 'club' }), await made({ kind: 'authority' }, { town: other })]
    const closed = await made({ kind: 'department', parentId: await made({ kind: 'authority' }) })
    expect((await issued({ scopes: ['door.paint'], unitId: closed })).key).toBeTruthy()
    expect((await inTown((ctx) => closeOrganisation(ctx, { id: closed }), manager)).ok).toBe(true)
    for (const unitId of [...wrong, closed]) {
      const refused = await inTown((ctx) => issueApiKey(ctx, { name: 'Maler', scopes: ['door.paint'], unitId }))
      expect(refused.ok ? 'issued' : refused.refusal.code).toBe('unitUnknown')
    }
  })

  it('to whoever may not manage keys', async () => {
    const { id } = await issued()
    const anybody = { actor: actorWith([]) }
    const all = [
      await inTown((ctx) => issueApiKey(ctx, { name: 'Meiner', scopes: ['door.open'] }), anybody),
      await inTown((ctx) => renameApiKey(ctx, { id, name: 'Meiner' }), anybody),
      await inTown((ctx) => revokeApiKey(ctx, { id }), anybody),
      await inTown((ctx) => revokeApiKey(ctx, { id }), { town: other }),
    ]
    expect(all.map(({ ok }) => ok)).toEqual([false, false, false, false])
    expect(await inTown((ctx) => apiKeyById(ctx, id))).toMatchObject({ name: 'Türöffner', revokedAt: undefined })
  })

  it('when there are very many; those that are over do not count', async () => {
    while ((await inTown(allKeys)).filter(({ revokedAt }) => !revokedAt).length < MOST_KEYS - 1) await issued({ expiresOn: '2026-05-08' })
    const last = { name: 'Der letzte', scopes: ['door.open'], expiresOn: '2026-05-08' }
    const atOnce = await Promise.all([1, 2, 3, 4, 5].map(() => inTown((ctx) => issueApiKey(ctx, last))))
    expect(atOnce.map((made) => (made.ok ? 'issued' : made.refusal.code)).sort()).toEqual(['issued', ...Array(4).fill('tooManyKeys')])
    expect((await inTown((ctx) => issueApiKey(ctx, { name: 'Danach', scopes: ['door.open'] }), { now: later(2) })).ok).toBe(true)
  })
})

it('are listed in pages, newest first', async () => {
  while ((await inTown(allKeys)).length < 5) await issued()
  const every = (await inTown(allKeys)).map(({ id }) => id)
  const first = (await inTown((ctx) => apiKeys(ctx, { limit: 2 }))).map(({ id }) => id)
  const second = (await inTown((ctx) => apiKeys(ctx, { limit: 2, before: first[1] }))).map(({ id }) => id)
  expect([...first, ...second]).toEqual(every.slice(0, 4))
})

it('ends with its last day, at once when it is revoked, and says each change once in the memory', async () => {
  for (const { id } of await inTown(allKeys)) await inTown((ctx) => changeKey(ctx, id, { revoked_at: thursday }))
  const { id, key } = await issued({ expiresOn: '2026-05-08' })
  const kindAt = async (days: number) => (await inTown((ctx) => programOf(ctx, key), { now: later(days) })).kind
  expect([await kindAt(1), await kindAt(2)]).toEqual(['program', 'anonymous'])
  for (const name of ['Neuer Name', 'Neuer Name']) expect((await inTown((ctx) => renameApiKey(ctx, { id, name }))).ok).toBe(true)
  await Promise.all([1, 2, 3].map(() => inTown((ctx) => revokeApiKey(ctx, { id }))))
  expect(await kindAt(0)).toBe('anonymous')
  expect((await inTown((ctx) => renameApiKey(ctx, { id, name: 'Nachher' }))).ok).toBe(false)
  expect((await eventsOf(pool, town, { type: 'apiKey', id })).map(({ kind }) => kind)).toEqual([
    'apiKey.issued',
    'apiKey.renamed',
    'apiKey.revoked',
  ])
})
