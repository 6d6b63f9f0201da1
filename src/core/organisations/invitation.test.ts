import { expect, test } from 'vitest'
import { actorWith, eventsOf } from '../../../test/setup/people.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { invite, openInvitations, withdrawInvitation } from './index.ts'
import { INVITATION_DAYS } from './membership.rules.ts'

const program = await testProgram()
const { town, pool, clock } = program

const sent = async (email: string, role: 'clerk' | 'admin' = 'clerk') => {
  const organisationId = await program.makeOrganisation(town, 'department', 'Tiefbauamt')
  const result = await doing(pool, { town, now: clock.at }, (ctx) => invite(ctx, { email, role, organisationId, locale: 'de' }))
  if (!result.ok) throw new Error(result.refusal.code)
  return { ...result.value, organisationId }
}

test('the mail leads to the offer, and the offer to the role', async () => {
  const { visitor, email, personId } = await program.signedIn({ name: 'Nora Neu' })
  const { path, organisationId } = await sent(email)

  expect((await visitor.get('/verwaltung/verzeichnis')).status).toBe(403)
  const offer = await visitor.get(path)
  expect(offer.body).toContain('Sachbearbeitung, Tiefbauamt')
  const taken = await visitor.submit(offer, path)
  expect(taken.status).toBe(303)
  expect((await visitor.get('/verwaltung/verzeichnis')).status).toBe(200)
  const kinds = (await eventsOf(pool, town, { type: 'person', id: personId })).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['invitation.accepted', 'membership.granted'])
  expect((await eventsOf(pool, town, { type: 'organisation', id: organisationId }))[0]?.kind).toBe('invitation.sent')
  // Once is enough.
  expect((await visitor.get(path)).body).toContain('gilt nicht mehr')
})

test('strangers are asked to sign in, with the way back', async () => {
  const { path } = await sent('nobody-yet@example.org')
  const page = await program.visitor().get(path)
  expect(page.status).toBe(200)
  expect(page.body).toContain(`/anmelden?weiter=${encodeURIComponent(path)}`)
  expect(page.headers.get('cache-control')).toContain('private')
})

test('another account cannot take it', async () => {
  const { path } = await sent('wanted@example.org', 'admin')
  const { visitor } = await program.signedIn({ email: 'other@example.org' })
  const refused = await visitor.fill(path, path)
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('andere E-Mail-Adresse')
  expect((await visitor.get('/verwaltung/rechte')).status).toBe(403)
})

test('it ends by being withdrawn, by time, and in no other town does it count', async () => {
  const { visitor } = await program.signedIn({ email: 'late@example.org' })
  const [first, second] = [await sent('late@example.org'), await sent('late@example.org')]
  await doing(pool, { town, now: clock.at }, (ctx) => withdrawInvitation(ctx, { id: first.id }))
  expect((await visitor.get(first.path)).body).toContain('gilt nicht mehr')
  const other = await program.makeTown('altdorf')
  expect((await program.visitor({ town: other }).get(second.path)).body).toContain('gilt nicht mehr')
  expect((await visitor.get(second.path)).body).toContain('Tiefbauamt')
  const later = new Date(clock.at.getTime() + (INVITATION_DAYS + 1) * 86_400_000)
  const open = await doing(pool, { town, now: later }, openInvitations)
  expect(open).toEqual([])
})

test('only who may give roles may invite', async () => {
  const organisationId = await program.makeOrganisation(town, 'department')
  const input = { email: 'a@example.org', role: 'admin' as const, organisationId, locale: 'de' as const }
  const result = await doing(pool, { town, actor: actorWith(['organisations.manage']) }, (ctx) => invite(ctx, input))
  expect(result).toMatchObject({ refusal: { code: 'notAllowed' } })
})

test('somebody acts for the bakery until she says otherwise', async () => {
  const organisationId = await program.makeOrganisation(town, 'business', 'Bäckerei Çelik')
  const { visitor } = await program.signedIn({ name: 'Hasan Çelik', roles: ['manager'], organisationId })
  const chosen = await visitor.fill('/mein/handeln-fuer', '/mein/handeln-fuer', { organisationId })
  expect(chosen.location).toBe('/mein/handeln-fuer')
  const page = await visitor.get('/rathaus')
  expect(page.body).toContain('für Bäckerei Çelik')
  await visitor.fill('/mein/handeln-fuer', '/mein/handeln-fuer', { organisationId: 'self' })
  expect((await visitor.get('/rathaus')).body).not.toContain('für Bäckerei Çelik')
})

test('nobody acts for an organisation she does not belong to', async () => {
  const organisationId = await program.makeOrganisation(town, 'business', 'Gelateria')
  const { visitor } = await program.signedIn({ roles: ['clerk'] })
  expect((await visitor.fill('/mein/handeln-fuer', '/mein/handeln-fuer', { organisationId })).status).toBe(422)
  expect((await visitor.get('/rathaus')).body).not.toContain('für Gelateria')
})
