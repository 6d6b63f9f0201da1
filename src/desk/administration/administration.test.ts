import { expect, test } from 'vitest'
import { noteRead, readLog } from '#core/memory/index.ts'
import { roles } from '#core/organisations/index.ts'
import { actorWith, eventsOf, somebody } from '../../../test/setup/people.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { administration } from './module.ts'

const program = await testProgram()
const { pool, town } = program

/** Pages without a parameter; those of one thing are asked for below. */
const pages = (administration.routes ?? []).filter(
  ({ method, path }) => method === 'GET' && path.startsWith('/verwaltung') && !path.includes(':') && !path.endsWith('.csv'),
)
const rights = new Map(program.house.modules.flatMap(({ permissions = {} }) => Object.entries(permissions)))

test('there is something to test', () => {
  expect(pages.length).toBeGreaterThan(15)
})

test.each([...roles, 'operator'])('as %s just the pages of the own rights open', async (role) => {
  const { visitor } =
    role === 'operator'
      ? await program.signedIn({ operator: true })
      : await program.signedIn({
          roles: [role as (typeof roles)[number]],
          kind: ['member', 'manager'].includes(role) ? 'club' : 'department',
        })
  for (const { path, may } of pages) {
    const { status } = await visitor.get(path)
    expect(`${path} ${status}`).toBe(`${path} ${rights.get(may)?.includes(role) ? 200 : 403}`)
  }
})

test('strangers are asked to sign in', async () => {
  for (const { path } of pages) expect((await program.visitor().get(path)).location).toContain('/anmelden?weiter=')
})

test('who alone can administer a town reads why that role cannot end', async () => {
  const own = await testProgram()
  const { visitor, personId } = await own.signedIn({ name: 'Ada Admin', roles: ['admin'], kind: 'authority' })
  const page = await visitor.get(`/verwaltung/personen/${personId}`)
  const end = /action="(\/verwaltung\/rollen\/[^"]+\/ende)"/.exec(page.body)?.[1]
  const { status, body } = await visitor.submit(page, end ?? '')
  expect(status).toBe(422)
  expect(body).toContain('Danach könnte niemand mehr die Stadt verwalten.')
})

test('somebody is found, looked at, given a role and freed from it; the looks are kept for her to see', async () => {
  const { visitor: admin } = await program.signedIn({ name: 'Ada Admin', roles: ['admin'], kind: 'authority' })
  const clerk = await program.signedIn({ name: 'Wilhelmine Oberhauser' })
  const organisationId = await program.makeOrganisation(town, 'department', 'Grünflächenamt')

  expect((await admin.get('/verwaltung/personen?q=Oberhausr')).body).toContain('Wilhelmine Oberhauser')
  const path = `/verwaltung/personen/${clerk.personId}`
  const given = await admin.fill(path, `${path}/rollen`, { organisationId, role: 'clerk' })
  expect(given.location).toBe(path)
  expect((await clerk.visitor.get('/verwaltung/verzeichnis')).body).toContain('Grünflächenamt')
  const page = await admin.get(path)
  const end = /action="(\/verwaltung\/rollen\/[^"]+\/ende)"/.exec(page.body)?.[1] ?? ''
  expect((await admin.submit(page, end)).location).toBe(path)
  expect((await clerk.visitor.get('/verwaltung/verzeichnis')).status).toBe(403)

  const looks = await clerk.visitor.get('/mein/daten/zugriffe')
  expect(looks.body).toContain('Verwaltung des Stadtplatzes (authority)')
  expect(looks.body).toContain('Verwaltung von Personen und Rollen')
  expect(looks.body).not.toContain('Ada Admin')
  const kinds = (await eventsOf(pool, town, { type: 'person', id: clerk.personId })).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['membership.ended', 'membership.granted'])
})

test('a wrong role comes back with what was chosen', async () => {
  const { visitor: admin } = await program.signedIn({ roles: ['admin'], kind: 'authority' })
  const person = await somebody(pool, town, 'Carl Club')
  const club = await program.makeOrganisation(town, 'club', 'Chor')
  const path = `/verwaltung/personen/${person}`
  const refused = await admin.fill(path, `${path}/rollen`, { organisationId: club, role: 'admin' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('Diese Rolle gibt es dort nicht')
  expect(refused.body).toMatch(new RegExp(`value="${club}" selected`))
})

test('the log shows what happened and who read, by person, by area, page by page and as a table', async () => {
  const other = await program.makeTown('altdorf')
  await doing(pool, { town: other, actor: actorWith([], { personId: await somebody(pool, other, 'Fred Fremd') }) }, async (ctx) =>
    noteRead(ctx, { subject: { type: 'case', id: other.id }, personId: null, purpose: 'report.contact' }),
  )
  const { visitor: auditor, personId } = await program.signedIn({ name: 'Konrad Kontrolle', roles: ['auditor'], kind: 'authority' })
  const { visitor: admin, personId: adminId } = await program.signedIn({ name: 'Olga Ordnung', roles: ['admin'], kind: 'authority' })
  await admin.fill('/verwaltung/organisationen/neu?art=club', '/verwaltung/organisationen', { name: 'Chor Querklang' })
  await admin.get(`/verwaltung/personen/${personId}`)

  expect((await auditor.get(`/verwaltung/protokoll?art=organisation&wer=${adminId}`)).body).toContain('Organisation angelegt')
  expect((await auditor.get('/verwaltung/protokoll?art=membership&von=2020-01-01&bis=2020-12-31')).body).toContain(
    'Nichts in dieser Auswahl',
  )
  const reads = await auditor.get(`/verwaltung/protokoll?ansicht=zugriffe&wen=${personId}`)
  expect(reads.body).toContain('Olga Ordnung')
  expect((await auditor.get('/verwaltung/protokoll?ansicht=zugriffe')).body).not.toContain('Fred Fremd')
  const file = await auditor.get('/verwaltung/protokoll.csv?ansicht=ereignisse&art=organisation')
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.body).toContain(';organisation.created;organisation:')
  expect((await admin.get('/verwaltung/protokoll.csv')).status).toBe(200)
  expect((await program.visitor().get('/verwaltung/protokoll.csv')).status).toBe(302)
})

test('the list of people is a look at their data: one line for each page shown, without what was looked for', async () => {
  const { visitor: admin, personId } = await program.signedIn({ name: 'Ludwig Leser', roles: ['admin'], kind: 'authority' })
  await somebody(pool, town, 'Wilhelmine Gesucht')
  expect((await admin.get('/verwaltung/personen?q=Wilhelmine')).body).toContain('Wilhelmine Gesucht')
  expect((await admin.get('/verwaltung/personen?q=Xyzzyqu')).status).toBe(200)
  expect((await admin.get('/verwaltung/personen')).body).toContain('Ludwig Leser')
  const reads = await doing(pool, { town, readOnly: true }, (ctx) => readLog(ctx, { readerId: personId }, 100))
  expect(reads.map(({ purpose, subject }) => [purpose, subject.type])).toEqual([
    ['administration.people', 'town'],
    ['administration.people', 'town'],
  ])
  expect(JSON.stringify(reads)).not.toContain('Wilhelmine')
  const log = (await admin.get(`/verwaltung/protokoll?ansicht=zugriffe&wer=${personId}`)).body
  expect(log.split('Liste der Personen in der Verwaltung').length - 1).toBe(2)
})

test('another town’s things are not found', async () => {
  const other = await program.makeTown('neudorf')
  const { visitor } = await program.signedIn({ town: other, roles: ['admin'], kind: 'authority' })
  const person = await somebody(pool, town, 'Nina Neustadt')
  const organisation = await program.makeOrganisation(town, 'club', 'Chor')
  for (const path of [`/verwaltung/personen/${person}`, `/verwaltung/organisationen/${organisation}`])
    expect((await visitor.get(path)).status).toBe(404)
  expect((await visitor.get('/verwaltung/personen?q=Nina Neustadt')).body).not.toContain(person)
})

test('questions are edited with buttons alone, and only saving writes', async () => {
  const { visitor } = await program.signedIn({ roles: ['admin'], kind: 'authority' })
  const groups = '/verwaltung/kategorien/gruppen'
  await visitor.fill(groups, groups, { code: 'street', 'name[de]': 'Straße', 'name[en]': 'Street' })
  const path = '/verwaltung/kategorien'
  const facts = { code: 'pothole', groupCode: 'street', 'name[de]': 'Schlagloch', 'name[en]': 'Pothole' }
  const one = await visitor.fill(`${path}/neu`, path, { ...facts, step: 'add' })
  expect(one.body).toContain('Frage 1')
  expect(one.body).toContain('value="Schlagloch"')
  expect(one.body).not.toContain('role="alert"')
  const two = await visitor.submit(one, path, { 'q0[de]': 'Wie tief?', 'q0[en]': 'How deep?', 'q0[kind]': 'text', step: 'add' })
  const swapped = await visitor.submit(two, path, { 'q1[de]': 'Gefahr?', 'q1[en]': 'Danger?', 'q1[kind]': 'yesno', step: 'up-1' })
  expect(swapped.body.indexOf('Gefahr?')).toBeLessThan(swapped.body.indexOf('Wie tief?'))
  expect((await visitor.get(path)).body).not.toContain('Schlagloch')
  expect((await visitor.submit(swapped, path)).location).toBe(path)
  expect((await visitor.get(path)).body).toContain('Schlagloch')
})

test('one search finds departments, clubs and pages in spite of typing errors, and nothing of another town', async () => {
  await program.makeOrganisation(town, 'club', 'Heimat- und Geschichtsverein')
  const visitor = program.visitor()
  expect((await visitor.get('/suche?q=Geschichtsvrein')).body).toContain('Heimat- und Geschichtsverein')
  expect((await visitor.get('/suche?q=Barierefreiheit')).body).toContain('href="/barrierefreiheit"')
  expect((await visitor.get('/suche?q=x')).body).toContain('Dazu haben wir nichts gefunden')
  const other = await program.makeTown('fremdorf')
  expect((await program.visitor({ town: other }).get('/suche?q=Geschichtsverein')).body).not.toContain('Heimat- und')
})
