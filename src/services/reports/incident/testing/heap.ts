import { setNotifications } from '#core/notifications/index.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../../test/setup/reports.ts'
import { thursday } from '../../../../../test/setup/town.ts'
import { caseByNumber, type Party, partyBySecret } from '../../../cases/index.ts'
import { deskReport, partyReport, publicReport, type StepInput, takeStep } from '../../index.ts'
import { reportPromises } from '../../promise/module.ts'
import { mergeReports, splitReports, undoChange } from '../incident.verbs.ts'

/** A town with reports to put together, and what can be done with them, each a minute after the other. */
export async function heap() {
  const { pool } = await testDatabase()
  registerTexts(reportPromises.texts)
  setNotifications(reportPromises.notificationKinds ?? [])
  const t = await reportTown(pool, 'haufen')

  let minutes = 0
  /** Each step a minute after the other. */
  const next = () => ({ now: new Date(thursday.getTime() + ++minutes * 60_000) })
  const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
  const take = async (number: string, verb: StepInput['verb'], more: Partial<StepInput> = {}, actor = t.clerk) =>
    codeOf(await t.as(actor, (ctx) => takeStep(ctx, { number, verb, ...more }), next()))
  const merge = async (into: string, numbers: string[], actor = t.clerk) =>
    codeOf(await t.as(actor, (ctx) => mergeReports(ctx, { into, numbers }), next()))
  const split = async (number: string, numbers: string[]) =>
    codeOf(await t.as(t.clerk, (ctx) => splitReports(ctx, { number, numbers }), next()))
  const undo = async (number: string, actor = t.clerk) => codeOf(await t.as(actor, (ctx) => undoChange(ctx, { number }), next()))
  const caseOf = (number: string) => t.as(undefined, async (ctx) => (await caseByNumber(ctx, number))!)
  const partyFor = (secret: string) => t.as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
  const seenBy = (party: Party) => t.as(anybody, async (ctx) => (await partyReport(ctx, party))!)
  const inPublic = (number: string) => t.as(anybody, (ctx) => publicReport(ctx, number))
  const atDesk = (number: string) => t.as(t.clerk, async (ctx) => (await deskReport(ctx, number))!)
  const kinds = (entries: readonly { kind: string }[]) => entries.map(({ kind }) => kind)

  async function three() {
    const sent = [await t.send({ text: 'Loch eins' }), await t.send({ text: 'Loch zwei' }), await t.send({ text: 'Loch drei' }, t.citizen)]
    const [a, b, c] = sent.map(({ number }) => number) as [string, string, string]
    const parties = await Promise.all(sent.map(({ secret }) => partyFor(secret)))
    return { a, b, c, parties: parties as [Party, Party, Party] }
  }

  return { pool, t, next, codeOf, take, merge, split, undo, caseOf, partyFor, seenBy, inPublic, atDesk, kinds, three }
}
