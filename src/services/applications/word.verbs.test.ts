import { expect, test } from 'vitest'
import { applicationTown, codeOf, given, stranger } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { type Party, partyBySecret, timelineOf } from '../cases/index.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { addNote, writeToApplicant, writeToOffice } from './word.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'briefhausen', { workflow: standardWorkflow() })

test('each hears what is meant for her: notes stay in the office, messages go to and fro', async () => {
  const { number, caseId, secret } = await t.send()
  const party: Party = (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party
  given(await t.as(t.clerk, (ctx) => addNote(ctx, { number, text: 'Aktenlage prüfen' })))
  given(await t.as(t.clerk, (ctx) => writeToApplicant(ctx, { number, text: 'Wir melden uns.' })))
  given(await t.as(stranger, (ctx) => writeToOffice(ctx, party, { text: 'Danke!' })))
  const said = async (audience: 'parties' | 'internal') =>
    (await t.as(undefined, (ctx) => timelineOf(ctx, { id: caseId, kind: 'application' }, audience))).flatMap(({ text }) => text ?? [])
  expect(await said('parties')).toEqual(['Wir melden uns.', 'Danke!'])
  expect(await said('internal')).toEqual(['Aktenlage prüfen', 'Wir melden uns.', 'Danke!'])
})

test('nobody else writes, nothing empty is kept, and an applicant not without end', async () => {
  const { number, secret } = await t.send()
  const party: Party = (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party
  const note = (actor: typeof t.clerk, text: string) => t.as(actor, (ctx) => addNote(ctx, { number, text }))
  expect(codeOf(await note(t.fireman, 'Hallo'))).toBe('notYourUnit')
  expect(codeOf(await note(t.citizen, 'Hallo'))).toBe('notAllowed')
  expect(codeOf(await note(t.clerk, '  '))).toBe('textMissing')
  expect(codeOf(await t.as(t.clerk, (ctx) => addNote(ctx, { number: 'A-2222-2222', text: 'x' })))).toBe('unknown')
  expect(codeOf(await t.as(stranger, (ctx) => writeToOffice(ctx, { ...party, role: 'subscriber' }, { text: 'Hallo' })))).toBe('notAllowed')
  for (let i = 0; i < 10; i++) given(await t.as(stranger, (ctx) => writeToOffice(ctx, party, { text: `Wort ${i}` })))
  expect(codeOf(await t.as(stranger, (ctx) => writeToOffice(ctx, party, { text: 'Noch eins' })))).toBe('tooManyMessages')
})
