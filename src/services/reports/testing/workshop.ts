import { eventsAbout } from '#core/memory/index.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { partyBySecret } from '../../cases/index.ts'
import { type StepInput, takeStep } from '../index.ts'

/** A town that works on its reports. */
export async function workshop() {
  const { pool } = await testDatabase()
  const t = await reportTown(pool, 'werkstadt')

  const kindsOf = async (caseId: string, audiences: ('public' | 'parties' | 'internal')[] = ['public', 'parties', 'internal']) =>
    (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, audiences))).map(({ kind }) => kind)
  const take = (actor: typeof t.clerk, number: string, verb: StepInput['verb'], more: Partial<StepInput> = {}) =>
    t.as(actor, (ctx) => takeStep(ctx, { number, verb, ...more }))
  const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
  const partyFor = (secret: string) => t.as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)

  return { pool, t, kindsOf, take, codeOf, partyFor }
}
