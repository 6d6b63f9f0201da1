import { expect, test } from 'vitest'
import { setListeners } from '#core/memory/index.ts'
import { seedOrganisations } from '#core/organisations/index.ts'
import { demoGeography, importPlaces } from '#core/places/index.ts'
import { demoTowns, seedTown } from '#core/towns/index.ts'
import { type Ctx, system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { reportProcess } from '../report.rules.ts'
import { seedReports } from './seed.ts'

const program = await testProgram({ DEMO: '1' })
setListeners([])

/** The large town with all its stories and the first of its other reports, one for each kind of life. */
test('the demo shows reports in every state, and a link in the mailbox for those that wait for it', async () => {
  const demo = demoTowns.find(({ which }) => which === 'large')!
  const geography = demoGeography('large')
  const town = { ...program.town, id: newId(), slug: demo.slug, bounds: geography.bounds, demo: true }
  const within = <T>(work: (ctx: Ctx) => Promise<T>) => inContext(program.house, { town, actor: system }, work)
  await within(async (ctx) => {
    await seedTown(ctx, demo)
    await importPlaces(ctx, geography)
    await seedReports(ctx, 'large', geography, await seedOrganisations(ctx, 'large'), 70)
  })

  const reports = await within((ctx) =>
    ctx.db
      .selectFrom('services.case as c')
      .leftJoin('services.case_party as p', (join) =>
        join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.case_id', '=', 'c.id').on('p.role', '=', 'reporter'),
      )
      .select(['c.state', 'p.email', 'p.email_confirmed_at as confirmed'])
      .where('c.tenant_id', '=', town.id)
      .where('c.kind', '=', 'report')
      .execute(),
  )
  // And three for each of the two lamps that fail again and again.
  expect(reports).toHaveLength(70 + 2 * 3)
  expect(Object.keys(reportProcess.states).filter((state) => !reports.some((one) => one.state === state))).toEqual([])
  const waiting = reports.filter(({ state }) => state === 'unconfirmed')
  const byMail = reports.filter(({ state, email }) => state !== 'unconfirmed' && email)
  expect([waiting.every(({ confirmed }) => confirmed === null), byMail.every(({ confirmed }) => confirmed !== null)]).toEqual([true, true])
  const mails = await within((ctx) =>
    ctx.db.selectFrom('core.mail').select(['to_address as to', 'text']).where('tenant_id', '=', town.id).execute(),
  )
  expect(mails.map(({ to }) => to).sort()).toEqual(waiting.map(({ email }) => email).sort())
  for (const { text } of mails) expect(text).toContain('/meldungen/bestaetigen/')
}, 120_000)
