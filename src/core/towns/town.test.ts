import { expect, test } from 'vitest'
import { organisationsOf } from '#core/organisations/index.ts'
import { noTown } from '#platform/context.ts'
import { actorWith, eventsOf } from '../../../test/setup/people.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { changeArms, changeTown, createTown, NewTown, nameHosts, ownPages, TownSettings, townLines, writePage } from './index.ts'

const program = await testProgram()
const { pool, town } = program
const operator = actorWith(['towns.manage'])
const wish = (slug: string, hosts = '') =>
  NewTown.parse({ slug, name: 'Neu an der Furt', land: 'NI', hosts, adminEmail: 'Chefin@example.org' })
const settings = { name: 'Neustadt', land: 'BY', locales: ['de', 'en'], colour: '#1f5f8b', west: 11, south: 49, east: 11.1, north: 49.1 }

test('a new town has its town hall and an invitation, and the one before is seen again', async () => {
  const made = await doing(pool, { town, actor: operator }, async (ctx) => {
    const result = await createTown(ctx, wish('neufurt', 'neufurt.test'))
    expect((await organisationsOf(ctx, ['authority'])).map(({ name }) => name)).not.toContain('Neu an der Furt')
    return result
  })
  if (!made.ok) throw new Error(made.refusal.code)
  const inside = { ...made.value.town, base: '' }
  const units = await doing(pool, { town: inside }, (ctx) => organisationsOf(ctx, ['authority']))
  expect(units.map(({ name }) => name)).toEqual(['Neu an der Furt'])
  expect((await eventsOf(pool, inside, { type: 'town', id: inside.id })).map(({ kind }) => kind)).toEqual(['town.created'])

  program.house.directory.forget()
  const page = await program.visitor({ town: { ...inside, origin: 'http://neufurt.test' } }).get(made.value.invitation)
  expect(page.body).toContain('Verwaltung des Stadtplatzes, Neu an der Furt')
})

test('towns are opened and listed from nowhere, as by the command line', async () => {
  const opened = await doing(pool, { town: noTown }, (ctx) => createTown(ctx, wish('nirgends')))
  expect(opened.ok).toBe(true)
  const listed = await doing(pool, { town: noTown, readOnly: true }, townLines)
  expect(listed.map(({ slug }) => slug)).toEqual(expect.arrayContaining([town.slug, 'nirgends']))
})

test('short names and host names belong to one town', async () => {
  const other = await program.makeTown('altdorf')
  const open = (input: NewTown) => doing(pool, { town, actor: operator }, (ctx) => createTown(ctx, input))
  expect(await open(wish('altdorf'))).toMatchObject({ refusal: { code: 'slugTaken' } })
  expect(await open(wish('andersdorf', 'neu.test\naltdorf.test'))).toMatchObject({
    refusal: { code: 'hostTaken', facts: { host: 'altdorf.test' } },
  })
  const name = (hosts: string[]) => doing(pool, { town, actor: operator }, (ctx) => nameHosts(ctx, { slug: 'altdorf', hosts }))
  expect(await name(['neustadt.test'])).toMatchObject({ refusal: { code: 'hostTaken' } })
  expect((await name(['altdorf.test', 'alt.test'])).ok).toBe(true)
  expect((await program.visitor({ town: { ...other, origin: 'http://alt.test' } }).get('/impressum')).body).toContain('Altdorf')
})

test.each(['https://x.example', 'x_y.example', '-x.example', 'x..example', 'x.example/', 'a'.repeat(64)])('%s is no host name', (host) => {
  expect(NewTown.shape.hosts.safeParse(host).success).toBe(false)
})

test('only the operator opens towns and names hosts, and has no other right', async () => {
  const admin = actorWith(['town.manage', 'organisations.manage', 'people.manage'])
  expect(await doing(pool, { town, actor: admin }, (ctx) => createTown(ctx, wish('nie')))).toMatchObject({
    refusal: { code: 'notAllowed' },
  })
  expect(await doing(pool, { town, actor: admin }, (ctx) => nameHosts(ctx, { slug: 'neustadt', hosts: [] }))).toMatchObject({
    refusal: { code: 'notAllowed' },
  })
  expect(await doing(pool, { town, actor: operator }, (ctx) => changeTown(ctx, TownSettings.parse(settings)))).toMatchObject({
    refusal: { code: 'notAllowed' },
  })
})

test.each([
  ['a pale colour', { colour: '#ffd866' }, 'colour'],
  ['a word for a colour', { colour: 'red' }, 'colour'],
  ['upside down', { north: 48 }, 'north'],
  ['no language', { locales: [] }, 'locales'],
  ['no Land', { land: 'XX' }, 'land'],
])('settings are refused: %s', (_, change, field) => {
  const parsed = TownSettings.safeParse({ ...settings, ...change })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('everybody sees changes at once, also on kept pages', async () => {
  const visitor = program.visitor()
  expect((await visitor.get('/impressum')).body).toContain('Neustadt')
  const { visitor: admin } = await program.signedIn({ roles: ['admin'] })
  const changed = await admin.fill('/verwaltung/stadt', '/verwaltung/stadt', { name: 'Neustadt am See', colour: '#5b3a8c' })
  expect(changed.status).toBe(303)
  const after = (await visitor.get('/impressum')).body
  expect(after).toContain('Neustadt am See')
  expect(after).toContain('#5b3a8c')
  expect((await eventsOf(pool, town, { type: 'town', id: town.id })).at(-1)?.data).toEqual({ fields: ['name', 'colour'] })
})

test('a coat of arms comes without what could run, and shut in', async () => {
  const drawing = '<svg viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><rect width="9" height="9"/></svg>'
  await doing(pool, { town }, (ctx) => changeArms(ctx, { drawing, picture: [] }))
  const arms = await program.visitor().get('/wappen.svg')
  expect(arms.headers.get('content-type')).toContain('image/svg+xml')
  expect(arms.headers.get('content-security-policy')).toContain('sandbox')
  expect(arms.body).not.toContain('alert')
  expect(arms.body).toContain('<rect')
  expect(await doing(pool, { town }, (ctx) => changeArms(ctx, { drawing: 'no drawing', picture: [] }))).toMatchObject({
    refusal: { code: 'armsUnreadable' },
  })
  await doing(pool, { town }, (ctx) => changeArms(ctx, { drawing: '', picture: [] }))
  expect((await program.visitor().get('/wappen.svg')).status).toBe(404)
})

test('the town writes its own pages, and no other town’s', async () => {
  const visitor = program.visitor()
  expect((await visitor.get('/impressum')).body).toContain('Hier fehlen noch Angaben')
  const { visitor: editor } = await program.signedIn({ roles: ['editor'] })
  const text = '## Wir\n\n<script>alert(1)</script> **Rathaus**'
  expect((await editor.fill('/verwaltung/seiten/imprint', '/verwaltung/seiten/imprint', { de: text })).status).toBe(303)
  const page = (await visitor.get('/impressum')).body
  expect(page).toContain('<strong>Rathaus</strong>')
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('Hier fehlen noch Angaben')
  // Who reads English gets the German words, marked as German.
  expect((await visitor.get('/impressum', { 'accept-language': 'en' })).body).toMatch(/class="prose" lang="de"/)

  const other = await program.makeTown('neudorf')
  expect(await doing(pool, { town: other }, ownPages)).toEqual(new Map())
  await doing(pool, { town }, (ctx) => writePage(ctx, { page: 'imprint', de: '', en: '' }))
  expect((await visitor.get('/impressum')).body).toContain('Hier fehlen noch Angaben')
})

test('the list of towns says nothing of what is in them', async () => {
  const lines = await doing(pool, { town }, townLines)
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['createdAt', 'demo', 'hosts', 'id', 'land', 'name', 'slug'])
})
