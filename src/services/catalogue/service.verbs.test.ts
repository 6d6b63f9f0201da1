import { beforeAll, expect, test } from 'vitest'
import { type Actor, type Ctx, system, type Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Result } from '#platform/result.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { anybody } from '../../../test/setup/reports.ts'
import { doing, makeTown, thursday } from '../../../test/setup/town.ts'
import {
  moveSituation,
  publicServices,
  publishService,
  removeService,
  removeSituation,
  restoreService,
  ServiceContent,
  SituationInput,
  saveService,
  saveSituation,
  serviceById,
  situations,
  takeServiceBack,
  versionsOf,
} from './index.ts'
import { publicVersion } from './public.sql.ts'

const { pool } = await testDatabase()
let town: Town
let other: Town
let unitId: string

const editor: Actor = { ...system, kind: 'anonymous', permissions: new Set(['everyone', 'service.write', 'service.publish']) }
const day = (number: number) => new Date(thursday.getTime() + number * 86_400_000)
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, now = thursday, where = town) => doing(pool, { town: where, actor, now }, work)
const seen = (slug: string, now = thursday) => as(anybody, (ctx) => publicVersion(ctx, slug), now)
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const content = (name: string, more: Record<string, unknown> = {}) =>
  ServiceContent.parse({ de: { name, short: `${name}, kurz` }, en: { name: `${name} (en)`, short: 'in short' }, unitId, ...more })
const kinds = async (id: string) =>
  (
    await as(system, (ctx) =>
      ctx.db
        .selectFrom('core.event as e')
        .innerJoin('core.event_subject as s', (join) => join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.event_id', '=', 'e.id'))
        .select('e.kind')
        .where('e.tenant_id', '=', town.id)
        .where('s.subject_id', '=', id)
        .orderBy('e.id')
        .execute(),
    )
  ).map(({ kind }) => kind)

beforeAll(async () => {
  town = await makeTown(pool, 'schreibstadt')
  other = await makeTown(pool, 'andere')
  unitId = newId()
  await as(system, (ctx) =>
    ctx.db
      .insertInto('core.organisation')
      .values({ tenant_id: town.id, id: unitId, kind: 'authority', code: 'rathaus', name: 'Rathaus', created_at: thursday })
      .execute(),
  )
})

test('a draft is nobody’s business but the editors’ until it is published, and a change only from its day on', async () => {
  const made = value(await as(editor, (ctx) => saveService(ctx, content('Straßenmusik erlauben'))))
  expect(made.slug).toBe('strassenmusik-erlauben')
  expect(await seen(made.slug)).toBeUndefined()
  value(await as(editor, (ctx) => publishService(ctx, { id: made.id })))
  expect(await seen(made.slug)).toMatchObject({ number: 1, content: { de: { name: 'Straßenmusik erlauben' } }, validTo: undefined })

  value(await as(editor, (ctx) => saveService(ctx, { ...content('Straßenmusik'), id: made.id })))
  expect((await seen(made.slug))?.content.de.name).toBe('Straßenmusik erlauben')
  value(await as(editor, (ctx) => publishService(ctx, { id: made.id, validFrom: '2026-05-14' })))
  expect((await seen(made.slug, day(6)))?.number).toBe(1)
  expect((await seen(made.slug, day(7)))?.number).toBe(2)
  expect(await as(anybody, async (ctx) => (await publicServices(ctx)).map(({ name }) => name.de), day(7))).toContain('Straßenmusik')
  expect(await kinds(made.id)).toEqual(['service.saved', 'service.published', 'service.saved', 'service.published'])
})

test('on each day at most one version is valid, whatever was published in which order', async () => {
  const { id, slug } = value(await as(editor, (ctx) => saveService(ctx, content('Fischereischein'))))
  const publish = (validFrom: string, validTo?: string) => as(editor, (ctx) => publishService(ctx, { id, validFrom, validTo }))
  for (const [from, to] of [
    ['2026-05-20', undefined],
    ['2026-05-07', '2026-06-30'],
    ['2026-05-10', undefined],
    ['2026-05-10', '2026-05-12'],
    ['2026-05-30', undefined],
  ] as const)
    value(await publish(from, to))
  const versions = await as(editor, (ctx) => versionsOf(ctx, id))
  expect(versions).toHaveLength(5)
  for (let i = 0; i < 40; i++) {
    const today = day(i).toISOString().slice(0, 10)
    const valid = versions.filter(({ validFrom, validTo }) => validFrom <= today && (!validTo || validTo >= today))
    expect(valid.length, today).toBeLessThanOrEqual(1)
    expect((await seen(slug, day(i)))?.number).toBe(valid[0]?.number)
  }
})

test('taken back it is gone at once, and comes back with the next version', async () => {
  const { id, slug } = value(await as(editor, (ctx) => saveService(ctx, content('Wahlschein'))))
  expect(codeOf(await as(editor, (ctx) => takeServiceBack(ctx, { id })))).toBe('notPublic')
  value(await as(editor, (ctx) => publishService(ctx, { id })))
  value(await as(editor, (ctx) => takeServiceBack(ctx, { id })))
  expect(await seen(slug)).toBeUndefined()
  expect(codeOf(await as(editor, (ctx) => takeServiceBack(ctx, { id })))).toBe('notPublic')
  value(await as(editor, (ctx) => publishService(ctx, { id })))
  expect((await seen(slug))?.number).toBe(2)
})

test('the words of an earlier version come back into the draft, and nothing public changes by that', async () => {
  const { id, slug } = value(await as(editor, (ctx) => saveService(ctx, content('Erste Worte'))))
  value(await as(editor, (ctx) => publishService(ctx, { id })))
  value(await as(editor, (ctx) => saveService(ctx, { ...content('Zweite Worte'), id })))
  value(await as(editor, (ctx) => publishService(ctx, { id })))
  expect(codeOf(await as(editor, (ctx) => restoreService(ctx, { id, number: 7 })))).toBe('unknown')
  value(await as(editor, (ctx) => restoreService(ctx, { id, number: 1 })))
  expect(await as(editor, (ctx) => serviceById(ctx, id))).toMatchObject({
    draft: { de: { name: 'Erste Worte' } },
    changed: true,
    version: 2,
  })
  expect((await seen(slug))?.content.de.name).toBe('Zweite Worte')
  expect(await kinds(id)).toContain('service.restored')
})

test('who saves over the work of somebody else is told, and nothing is lost', async () => {
  const first = value(await as(editor, (ctx) => saveService(ctx, content('Gemeinsam'))))
  const at = first.changedAt.toISOString()
  value(await as(editor, (ctx) => saveService(ctx, { ...content('Gemeinsam A'), id: first.id, seen: at }), day(1)))
  expect(codeOf(await as(editor, (ctx) => saveService(ctx, { ...content('Gemeinsam B'), id: first.id, seen: at }), day(1)))).toBe(
    'serviceChanged',
  )
  expect((await as(editor, (ctx) => serviceById(ctx, first.id)))?.draft.de.name).toBe('Gemeinsam A')
})

test('what does not fit is refused and leaves no trace', async () => {
  const { id } = value(await as(editor, (ctx) => saveService(ctx, { ...content('Ohne Amt'), unitId: undefined })))
  const publish = (more: object) => as(editor, (ctx) => publishService(ctx, { id, ...more }))
  expect(codeOf(await publish({}))).toBe('serviceWithoutUnit')
  value(await as(editor, (ctx) => saveService(ctx, { ...content('Ohne Amt'), id })))
  expect(codeOf(await publish({ validFrom: '2026-05-06' }))).toBe('validFromPast')
  expect(codeOf(await publish({ validFrom: '2026-05-09', validTo: '2026-05-08' }))).toBe('endBeforeStart')
  expect(codeOf(await as(editor, (ctx) => saveService(ctx, { ...content('x'), unitId: newId() })))).toBe('unitUnknown')
  expect(codeOf(await as(editor, (ctx) => saveService(ctx, content('x', { situations: [newId()] }))))).toBe('situationUnknown')
  expect(codeOf(await as(editor, (ctx) => saveService(ctx, { ...content('x'), id: newId() })))).toBe('unknown')
  expect(codeOf(await as(editor, (ctx) => saveService(ctx, { ...content('x'), id }), thursday, other))).toBe('unknown')
  expect(await as(editor, (ctx) => versionsOf(ctx, id))).toEqual([])
})

test('saving what was there already changes nothing and leaves no event', async () => {
  const { id, changedAt } = value(await as(editor, (ctx) => saveService(ctx, content('Gleich'))))
  value(await as(editor, (ctx) => saveService(ctx, { ...content('Gleich'), id }), day(1)))
  expect((await as(editor, (ctx) => serviceById(ctx, id)))?.changedAt).toEqual(changedAt)
  expect(await kinds(id)).toEqual(['service.saved'])
})

test('two services of one name have two addresses; a draft that nobody read can be removed, a version stays', async () => {
  const one = value(await as(editor, (ctx) => saveService(ctx, content('Lage'))))
  const two = value(await as(editor, (ctx) => saveService(ctx, content('Lage'))))
  expect([one.slug, two.slug]).toEqual(['lage-2', 'lage-3'])
  value(await as(editor, (ctx) => removeService(ctx, { id: one.id })))
  expect(await as(editor, (ctx) => serviceById(ctx, one.id))).toBeUndefined()
  value(await as(editor, (ctx) => publishService(ctx, { id: two.id })))
  expect(codeOf(await as(editor, (ctx) => removeService(ctx, { id: two.id })))).toBe('wasPublic')
})

test('situations are kept in order, and one that is used stays', async () => {
  const add = (name: string) => as(editor, (ctx) => saveSituation(ctx, SituationInput.parse({ name: { de: name } })))
  const [first, second] = [value(await add('Umzug')), value(await add('Kind'))]
  expect(value(await add('Umzug')).slug).not.toBe(first.slug)
  value(await as(editor, (ctx) => moveSituation(ctx, { id: second.id, move: 'up' })))
  value(await as(editor, (ctx) => moveSituation(ctx, { id: second.id, move: 'up' })))
  expect((await as(editor, (ctx) => situations(ctx))).map(({ slug }) => slug).slice(0, 2)).toEqual(['kind', 'umzug'])
  const { id } = value(await as(editor, (ctx) => saveService(ctx, content('Mit Lage', { situations: [second.id] }))))
  value(await as(editor, (ctx) => publishService(ctx, { id })))
  expect(codeOf(await as(editor, (ctx) => removeSituation(ctx, { id: second.id })))).toBe('situationInUse')
  value(await as(editor, (ctx) => removeSituation(ctx, { id: first.id })))
})

test('who may not write or publish changes nothing', async () => {
  const { id } = value(await as(editor, (ctx) => saveService(ctx, content('Verschlossen'))))
  const [kind] = await as(editor, (ctx) => situations(ctx))
  const writer: Actor = { ...editor, permissions: new Set(['everyone', 'service.write']) }
  for (const work of [
    (ctx: Ctx) => saveService(ctx, content('x')),
    (ctx: Ctx) => publishService(ctx, { id }),
    (ctx: Ctx) => takeServiceBack(ctx, { id }),
    (ctx: Ctx) => restoreService(ctx, { id, number: 1 }),
    (ctx: Ctx) => removeService(ctx, { id }),
    (ctx: Ctx) => saveSituation(ctx, SituationInput.parse({ name: { de: 'x' } })),
    (ctx: Ctx) => moveSituation(ctx, { id: kind!.id, move: 'up' }),
    (ctx: Ctx) => removeSituation(ctx, { id: kind!.id }),
  ])
    expect(codeOf(await as(anybody, work as (ctx: Ctx) => Promise<Result<unknown>>))).toBe('notAllowed')
  expect(codeOf(await as(writer, (ctx) => publishService(ctx, { id })))).toBe('notAllowed')
  expect(codeOf(await as(writer, (ctx) => takeServiceBack(ctx, { id })))).toBe('notAllowed')
})
