import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/setup/database.ts'
import { actorWith, eventsOf, somebody } from '../../../test/setup/people.ts'
import { doing, makeTown, thursday } from '../../../test/setup/town.ts'
import {
  changeOrganisation,
  closeOrganisation,
  createOrganisation,
  endMembership,
  grantRole,
  membershipsOf,
  type NewOrganisation,
  organisationsLike,
  organisationsOf,
  peopleLike,
  type Role,
  reopenOrganisation,
} from './index.ts'
import { codeFrom } from './organisation.rules.ts'

const { pool } = await testDatabase()
const unit = (kind: NewOrganisation['kind'], name: string, parentId?: string): NewOrganisation => ({
  kind,
  name,
  description: '',
  ...(parentId ? { parentId } : {}),
})

/** A town with its town hall and one department. */
async function townHall(slug: string) {
  const town = await makeTown(pool, slug)
  const make = async (input: NewOrganisation) => {
    const made = await doing(pool, { town }, (ctx) => createOrganisation(ctx, input))
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }
  const authority = await make(unit('authority', 'Rathaus'))
  const department = await make(unit('department', 'Tiefbauamt', authority.id))
  const grant = (personId: string, role: Role, organisationId = department.id) =>
    doing(pool, { town }, (ctx) => grantRole(ctx, { personId, role, organisationId }))
  return { town, authority, department, make, grant }
}

test.each([
  ['Bäckerei Çelik & Söhne', 'baeckerei-celik-soehne'],
  ['TSV Morgenrot e. V.', 'tsv-morgenrot-e-v'],
  ['Łódź', 'lodz'],
  ['東京', 'o'],
])('a code from the name %s', (name, code) => {
  expect(codeFrom(name)).toBe(code)
})

test('the same name twice gets two codes', async () => {
  const { make, authority } = await townHall('codes')
  const codes = [await make(unit('department', 'Bauhof', authority.id)), await make(unit('department', 'Bauhof', authority.id))]
  expect(codes.map(({ code }) => code)).toEqual(['bauhof', 'bauhof-2'])
})

test('a part stands below what fits its kind, in its own town', async () => {
  const { town, authority, department } = await townHall('parents')
  const other = await townHall('otherparents')
  const wrong = [
    unit('team', 'Ohne Amt'),
    unit('department', 'Amt im Amt', department.id),
    unit('club', 'Verein im Rathaus', authority.id),
    unit('team', 'Im fremden Amt', other.department.id),
  ]
  for (const input of wrong)
    expect(await doing(pool, { town }, (ctx) => createOrganisation(ctx, input))).toMatchObject({ refusal: { code: 'parentUnknown' } })
})

test('each change leaves one event and no event without change', async () => {
  const { town, department } = await townHall('events')
  const same = { id: department.id, name: department.name, description: '' }
  const after = (minutes: number) => ({ town, now: new Date(thursday.getTime() + minutes * 60_000) })
  await doing(pool, after(1), (ctx) => changeOrganisation(ctx, same))
  await doing(pool, after(2), (ctx) => changeOrganisation(ctx, { ...same, name: 'Amt für Straßen', phone: '030 23125 100' }))
  await doing(pool, after(3), (ctx) => closeOrganisation(ctx, { id: department.id }))
  await doing(pool, after(4), (ctx) => reopenOrganisation(ctx, { id: department.id }))
  const events = await eventsOf(pool, town, { type: 'organisation', id: department.id })
  expect(events.map(({ kind }) => kind)).toEqual([
    'organisation.created',
    'organisation.changed',
    'organisation.closed',
    'organisation.reopened',
  ])
  expect(events[1]?.data).toEqual({ fields: ['name', 'phone'] })
})

test('nothing is closed over the heads of its parts', async () => {
  const { town, department, make } = await townHall('closing')
  const team = await make(unit('team', 'Kolonne', department.id))
  expect(await doing(pool, { town }, (ctx) => closeOrganisation(ctx, { id: department.id }))).toMatchObject({
    refusal: { code: 'hasOpenParts' },
  })
  expect((await doing(pool, { town }, (ctx) => closeOrganisation(ctx, { id: team.id }))).ok).toBe(true)
  expect((await doing(pool, { town }, (ctx) => closeOrganisation(ctx, { id: department.id }))).ok).toBe(true)
  expect(await doing(pool, { town }, (ctx) => reopenOrganisation(ctx, { id: team.id }))).toMatchObject({
    refusal: { code: 'parentUnknown' },
  })
})

test('rights of staff come only from the town hall', async () => {
  const { town, make, grant } = await townHall('roles')
  const club = await make(unit('club', 'Chor'))
  const person = await somebody(pool, town, 'Ada Arnold')
  expect(await grant(person, 'admin', club.id)).toMatchObject({ refusal: { code: 'roleNotHere' } })
  expect(await grant(person, 'member')).toMatchObject({ refusal: { code: 'roleNotHere' } })
  expect((await grant(person, 'clerk')).ok).toBe(true)
  expect(await grant(person, 'clerk')).toMatchObject({ refusal: { code: 'alreadyMember' } })
})

test('the last who can administer the town stays', async () => {
  const { town, department, grant } = await townHall('lastadmin')
  const [first, second] = [await somebody(pool, town, 'Erna Erste'), await somebody(pool, town, 'Zora Zweite')]
  const ids = [await grant(first, 'admin'), await grant(second, 'admin')].map((result) => (result.ok ? result.value.id : ''))
  expect(await doing(pool, { town }, (ctx) => closeOrganisation(ctx, { id: department.id }))).toMatchObject({
    refusal: { code: 'lastAdmin' },
  })
  // Both at once: one of them has to stay.
  const ended = await Promise.all(ids.map((id) => doing(pool, { town }, (ctx) => endMembership(ctx, { id }))))
  expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true])
  const left = await doing(pool, { town }, (ctx) => membershipsOf(ctx, [first, second]))
  expect([...left.values()].flat()).toHaveLength(1)
})

test('an ended membership can be given again, and both stand in the history', async () => {
  const { town, grant } = await townHall('again')
  const person = await somebody(pool, town, 'Berta Braun')
  const given = await grant(person, 'clerk')
  if (!given.ok) throw new Error('not given')
  await doing(pool, { town }, (ctx) => endMembership(ctx, given.value))
  expect(await doing(pool, { town }, (ctx) => endMembership(ctx, given.value))).toMatchObject({ refusal: { code: 'wrongState' } })
  await grant(person, 'clerk')
  const all = await doing(pool, { town }, (ctx) => membershipsOf(ctx, [person], { ended: true }))
  expect(all.get(person)?.map(({ until }) => until === undefined)).toEqual([true, false])
})

test('without the right nothing happens', async () => {
  const { town, department } = await townHall('rights')
  const person = await somebody(pool, town, 'Carla Clark')
  const actor = actorWith(['staff.see'])
  const tries = await doing(pool, { town, actor }, async (ctx) => [
    await createOrganisation(ctx, unit('club', 'Chor')),
    await changeOrganisation(ctx, { id: department.id, name: 'X', description: '' }),
    await closeOrganisation(ctx, { id: department.id }),
    await grantRole(ctx, { personId: person, organisationId: department.id, role: 'admin' }),
  ])
  for (const result of tries) expect(result).toMatchObject({ refusal: { code: 'notAllowed' } })
})

test('another town neither sees nor changes any of it', async () => {
  const { department, make } = await townHall('mine')
  await make(unit('club', 'Chor Querklang'))
  const other = await makeTown(pool, 'theirs')
  const stranger = await somebody(pool, other, 'Fred Fremd')
  expect(await doing(pool, { town: other }, (ctx) => organisationsOf(ctx, ['department', 'club']))).toEqual([])
  expect(await doing(pool, { town: other }, (ctx) => organisationsLike(ctx, 'chor', 5))).toEqual([])
  const grant = { personId: stranger, organisationId: department.id, role: 'clerk' as const }
  expect(await doing(pool, { town: other }, (ctx) => grantRole(ctx, grant))).toMatchObject({ refusal: { code: 'unknown' } })
  expect(await doing(pool, { town: other }, (ctx) => closeOrganisation(ctx, { id: department.id }))).toMatchObject({
    refusal: { code: 'unknown' },
  })
})

test('organisations and people are found in spite of typing errors', async () => {
  const { town, make } = await townHall('search')
  await make(unit('business', 'Bäckerei Çelik & Söhne'))
  await make(unit('club', 'Heimat- und Geschichtsverein'))
  const first = async (words: string) => (await doing(pool, { town }, (ctx) => organisationsLike(ctx, words, 1)))[0]?.name
  expect(await first('Backerei Celik')).toBe('Bäckerei Çelik & Söhne')
  expect(await first('Geschichtsvrein')).toBe('Heimat- und Geschichtsverein')

  await somebody(pool, town, 'Wilhelmine Oberhauser', 'wo@example.org')
  const names = async (words: string) => (await doing(pool, { town }, (ctx) => peopleLike(ctx, words, 5))).map(({ name }) => name)
  expect(await names('Oberhausr')).toEqual(['Wilhelmine Oberhauser'])
  expect(await names('WO@example.org')).toEqual(['Wilhelmine Oberhauser'])
  expect(await names('o@example.org')).toEqual([])
  expect(await names('Qxyz')).toEqual([])
})
