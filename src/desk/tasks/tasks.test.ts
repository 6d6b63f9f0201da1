import { expect, test } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { caseByNumber, caseTasks } from '#services/cases/index.ts'
import { remindOfTasks } from '#services/cases/tasks/task.jobs.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern' })
const colleague = await program.signedIn({ roles: ['clerk'], name: 'Karl Kollege', organisationId: clerk.organisationId! })
const gardener = await program.signedIn({ roles: ['clerk'], name: 'Gero Grün' })
const citizen = await program.signedIn()
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  const unitId = clerk.organisationId!
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId }))
})

async function report() {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Ein Loch' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  return `/amt/meldungen/${sent.value.number}`
}
const tasksAt = (path: string) =>
  as(system, async (ctx) => {
    const it = await caseByNumber(ctx, path.split('/').at(-1) ?? '')
    return await caseTasks(ctx, it!.id)
  })
const add = async (path: string, fields: Record<string, string>) =>
  await clerk.visitor.fill(path, `${path}/aufgaben`, { title: 'Ansehen', who: `person:${clerk.personId}`, ...fields })
const bell = async (who: typeof clerk) => (await who.visitor.get('/mein/mitteilungen')).body

test('a task for a colleague: told, listed, ticked off and opened again', async () => {
  const path = await report()
  expect((await add(path, { title: 'Schild aufstellen', days: '3', who: `person:${colleague.personId}` })).status).toBe(303)
  expect((await clerk.visitor.get(path)).body).toContain('Schild aufstellen')
  expect(await bell(colleague)).toContain('Schild aufstellen')
  const list = await colleague.visitor.get('/amt/aufgaben')
  expect(list.body).toContain('Schild aufstellen')
  expect((await clerk.visitor.get('/amt/aufgaben')).body).not.toContain('Schild aufstellen')

  const [task] = await tasksAt(path)
  expect(task).toMatchObject({ dueOn: '2026-05-12', who: 'Karl Kollege', doneAt: undefined })
  const done = await colleague.visitor.submit(list, `/amt/aufgaben/${task!.id}/erledigt`)
  expect([done.status, done.location]).toEqual([303, '/amt/aufgaben?stelle=mine'])
  expect((await colleague.visitor.get('/amt/aufgaben')).body).not.toContain('Schild aufstellen')
  expect((await tasksAt(path))[0]).toMatchObject({ doneByName: 'Karl Kollege' })
  expect((await clerk.visitor.get(path)).body).toContain('Aufgabe erledigt')
  const page = `/amt/aufgaben/${task!.id}`
  expect((await clerk.visitor.fill(page, `${page}/offen`)).status).toBe(303)
  expect((await tasksAt(path))[0]!.doneAt).toBeUndefined()
})

test('what is wrong comes back with what was typed', async () => {
  const path = await report()
  const wrong = await add(path, { title: 'Nachsehen', days: '', dueOn: '2020-01-01' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('value="Nachsehen"')])
  expect((await add(path, { title: '' })).status).toBe(422)
  expect((await add(path, { who: `person:${citizen.personId}` })).status).toBe(422)
  expect(await tasksAt(path)).toEqual([])
})

test('of two who change it at once the second reads who was first', async () => {
  const path = await report()
  await add(path, {})
  const [task] = await tasksAt(path)
  const page = `/amt/aufgaben/${task!.id}`
  const mine = await clerk.visitor.get(page)
  expect((await colleague.visitor.fill(page, page, { title: 'Heute ansehen' })).status).toBe(303)
  const late = await clerk.visitor.submit(mine, page, { title: 'Morgen ansehen' })
  expect([late.status, late.body]).toEqual([422, expect.stringContaining('Karl Kollege')])
  expect(late.body).toContain('Morgen ansehen')
  expect((await clerk.visitor.submit(late, page)).status).toBe(303)
  expect((await tasksAt(path))[0]!.title).toBe('Morgen ansehen')
})

test('another unit, a citizen and another town cannot; whoever has the task can', async () => {
  const path = await report()
  await add(path, {})
  const [task] = await tasksAt(path)
  const page = `/amt/aufgaben/${task!.id}`
  expect((await citizen.visitor.get(page)).status).toBe(403)
  const seen = await gardener.visitor.get(page)
  expect([seen.status, seen.body.includes(`${page}/erledigt`)]).toEqual([200, false])
  expect((await gardener.visitor.post(`${page}/erledigt`, {})).status).not.toBe(303)
  expect((await tasksAt(path))[0]!.doneAt).toBeUndefined()

  await clerk.visitor.fill(page, page, { who: `unit:${gardener.organisationId}` })
  expect((await gardener.visitor.get('/amt/aufgaben')).body).toContain('Ansehen')
  expect((await gardener.visitor.fill(page, `${page}/erledigt`)).status).toBe(303)

  const elsewhere = await program.makeTown('aufgabenstadt')
  const stranger = await program.signedIn({ town: elsewhere, roles: ['lead'] })
  expect((await stranger.visitor.get(page)).status).toBe(404)
})

test('on the day it is due its owner hears of it, once, and again after a new day', async () => {
  const path = await report()
  await add(path, { title: 'Rampe prüfen', days: '1' })
  const [task] = await tasksAt(path)
  const heard = async () => ((await bell(clerk)).match(/Heute fällig: Rampe prüfen/g) ?? []).length
  const remind = () => as(system, remindOfTasks)
  await remind()
  expect(await heard()).toBe(0)
  program.clock.forward(24 * 60)
  await remind()
  await remind()
  expect(await heard()).toBe(1)
  const page = `/amt/aufgaben/${task!.id}`
  await clerk.visitor.fill(page, page, { dueOn: '2026-05-09' })
  program.clock.forward(24 * 60)
  await remind()
  expect(await heard()).toBe(2)
  expect((await clerk.visitor.get('/amt')).body).toContain('/amt/aufgaben')
})

test('fifty are enough', async () => {
  const path = await report()
  for (let n = 0; n < 50; n++) expect((await add(path, { title: `Nummer ${n}` })).status).toBe(303)
  const full = await add(path, { title: 'Eine mehr' })
  expect([full.status, full.body]).toEqual([422, expect.stringContaining('50 Aufgaben')])
})
