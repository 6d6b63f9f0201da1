import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { CategoryInput, saveCategory, saveGroup } from '#services/reports/index.ts'
import { testProgram } from './program.ts'
import { anybody } from './reports.ts'

/** The whole program with a town where potholes can be reported, a clerk for them and a citizen: for tests of who hears of what. */
export async function reportNews() {
  const program = await testProgram()
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
  const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern' })
  const citizen = await program.signedIn({ name: 'Berta Bürger' })
  const unitId = clerk.organisationId!
  const staff: Actor = {
    ...anybody,
    kind: 'person',
    personId: clerk.personId,
    unitIds: [unitId],
    permissions: new Set(['everyone', 'report.work', 'report.see']),
  }
  const berta: Actor = { ...anybody, kind: 'person', personId: citizen.personId, accountId: citizen.accountId }
  await as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const name = { de: 'Schlagloch', en: 'Pothole' }
    await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, unitId, publish: 'atOnce' }))
  })
  /** What was sent, oldest first. */
  const mails = () =>
    as(system, (ctx) =>
      ctx.db
        .selectFrom('core.mail')
        .select(['to_address as to', 'subject', 'text'])
        .where('tenant_id', '=', ctx.town.id)
        .orderBy('id')
        .execute(),
    )
  return { program, as, clerk, citizen, unitId, staff, berta, mails }
}

/** The secret of a link that confirms an address, or opens a report. */
export const linkIn = (text: string): string => /\/(?:meldungen\/bestaetigen|s)\/([\w.-]+)/.exec(text)?.[1] ?? ''
