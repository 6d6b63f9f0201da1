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
  // Objections are made as in life: one opened its report again, one has its time before it, and one waits for the lead.
  const closings = await within((ctx) =>
    ctx.db.selectFrom('services.report_closing').select(['outcome', 'object_until as until']).where('tenant_id', '=', town.id).execute(),
  )
  const how = (outcome: string) => closings.filter((one) => one.outcome === outcome).length
  expect(how('reopened')).toBeGreaterThan(2)
  expect(how('lead')).toBe(1)
  expect(closings.some(({ outcome, until }) => outcome === 'open' && until > program.clock.at)).toBe(true)
  const subscribed = await within((ctx) =>
    ctx.db
      .selectFrom('services.report_subscription')
      .select(['district_id as district', 'asset_id as asset', 'radius_m as radius'])
      .where('tenant_id', '=', town.id)
      .execute(),
  )
  expect([
    subscribed.some(({ district }) => district),
    subscribed.some(({ asset }) => asset),
    subscribed.some(({ radius }) => radius),
  ]).toEqual([true, true, true])
  const mails = await within((ctx) =>
    ctx.db.selectFrom('core.mail').select(['to_address as to', 'text', 'kind']).where('tenant_id', '=', town.id).execute(),
  )
  const digests = mails.filter(({ kind }) => kind === 'subscription.mail.person')
  expect(digests).toHaveLength(1)
  const links = mails.filter((mail) => !digests.includes(mail))
  expect(links.map(({ to }) => to).sort()).toEqual(waiting.map(({ email }) => email).sort())
  for (const { text } of links) expect(text).toContain('/meldungen/bestaetigen/')
}, 120_000)
