import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport, takeStep } from '../index.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const system: Actor = {
  kind: 'system',
  permissions: new Set(['everyone', 'system', 'report.work', 'report.route']),
  trust: 'none',
  unitIds: [],
}
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern' })
const unitId = clerk.organisationId!
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, unitId, publish: 'atOnce' }))
})
const sent = async () => {
  const it = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Loch' }))
  if (!it.ok) throw new Error(it.refusal.code)
  return it.value.number
}
const post = (path: string, fields: Record<string, string | string[]> = {}) => clerk.visitor.post(path, fields)

test.each([
  ['a number that is too long', { n: ['x'.repeat(21), 'y'], into: 'y' }],
  ['a list that is too long', { n: ['x', 'y'], liste: 'z'.repeat(2001), into: 'y' }],
])('what does not fit the form of several is answered, not failed at: %s', async (_, fields) => {
  const seen = await post('/amt/verbinden', fields)
  expect(seen.status).toBe(422)
  expect(seen.body).toContain('Wählen Sie mindestens zwei Meldungen.')
})

test('whatever the page shows by now, it says why nothing was done, and once', async () => {
  const [a, b] = [await sent(), await sent()]
  const path = `/amt/meldungen/${a}/schaden`
  const says = async (step: string, words: string, fields?: Record<string, string>) => {
    const seen = await post(`${path}/${step}`, fields)
    expect(seen.status).toBe(422)
    expect(seen.body.split('role="alert"')).toHaveLength(2)
    expect(seen.body).toContain(words)
  }
  // Nothing to take back, nothing to part: the forms are not there.
  await says('rueckgaengig', 'Hier gibt es nichts zurückzunehmen.')
  await says('trennen', 'Diese Meldung gehört nicht dazu.', { numbers: b })
  // Closed since the page was opened.
  await as(system, (ctx) => takeStep(ctx, { number: a, verb: 'end', reason: 'noDefect', text: 'Da ist nichts.' }))
  await says('anschliessen', 'Nur offene Meldungen können dazukommen.', { into: b })
  // Where the form is still there, it keeps what was typed.
  await says('dazu', 'Unter dieser Nummer gibt es keine Meldung, die weitergeht.', { numbers: b })
  expect((await post(`${path}/dazu`, { numbers: b })).body).toContain(`value="${b}"`)
  // The work is another unit's.
  const stranger = await program.signedIn({ roles: ['clerk'] })
  const theirs = await stranger.visitor.post(`${path}/trennen`, { numbers: b })
  expect(theirs.status).toBe(422)
  expect(theirs.body).toContain('Dafür ist eine andere Stelle zuständig.')
})
