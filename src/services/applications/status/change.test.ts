import { expect, test } from 'vitest'
import { answers, applicationTown, codeOf, given, stranger } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { partyBySecret } from '../../cases/index.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { openDraft } from '../draft.verbs.ts'
import { withdrawApplication } from '../party.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { changeApplication } from './change.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'aenderstadt', { workflow: standardWorkflow() })
const partyOf = async (secret: string) => (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party
const sent = async () => {
  const { number, secret } = await t.send()
  return { number, party: await partyOf(secret) }
}

test('what was sent stands in the draft that will replace it', async () => {
  const { party } = await sent()
  const { secret } = given(await t.as(stranger, (ctx) => changeApplication(ctx, party)))
  const open = await t.as(stranger, (ctx) => openDraft(ctx, { secret }))
  expect(open?.draft).toMatchObject({ answers, replacesCase: party.caseId, objectsTo: undefined })
})

test('nobody changes it but who applied, and only until it is accepted', async () => {
  const { number, party } = await sent()
  const change = (role = party.role) => t.as(stranger, async (ctx) => codeOf(await changeApplication(ctx, { ...party, role })))
  expect(await change('subscriber')).toBe('notAllowed')
  given(await t.as(t.clerk, (ctx) => takeStep(ctx, { number, step: 'accept' })))
  expect(await change()).toBe('wrongState')
})

test('what was taken back is not changed any more, nor what its service does not take online any more', async () => {
  const [back, gone] = [await sent(), await sent()]
  given(await t.as(stranger, (ctx) => withdrawApplication(ctx, back.party)))
  expect(codeOf(await t.as(stranger, (ctx) => changeApplication(ctx, back.party)))).toBe('wrongState')
  await t.as(undefined, (ctx) => ctx.db.deleteFrom('services.draft').where('tenant_id', '=', t.town.id).execute())
  await t.as(undefined, (ctx) => ctx.db.deleteFrom('services.online_service').where('tenant_id', '=', t.town.id).execute())
  expect(codeOf(await t.as(stranger, (ctx) => changeApplication(ctx, gone.party)))).toBe('notOnline')
})
