import { registerFileReaders, WITHHELD } from '#core/files/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import { caseById } from './case.sql.ts'
import { ENTER_COVER, MANAGE_COVER } from './cover/cover.verbs.ts'
import { forgetMarks, partyOfPerson } from './party.sql.ts'
import { seesCase } from './sight.ts'
import { caseTexts } from './texts.ts'

const ownPart = async (ctx: Ctx, caseId: string) =>
  ctx.actor.personId === undefined ? undefined : await partyOfPerson(ctx, caseId, ctx.actor.personId)

/** Anybody can join a case: what is between the parties and the town opens by id for those who began it; others get links on their pages. */
registerFileReaders('case', async (ctx, caseId, audience) => {
  const found = await caseById(ctx, caseId)
  if (!found) return false
  if ((await seesCase(ctx, found)) || (audience === 'public' && found.published)) return true
  if (audience === 'internal') return false
  const role = (await ownPart(ctx, caseId))?.role
  return audience === 'parties' ? role === 'reporter' || role === 'applicant' : role !== undefined
})

/** Originals of photos that are blacked out are for those alone who may black out. */
registerFileReaders(WITHHELD, async (ctx, caseId) => {
  const found = await caseById(ctx, caseId)
  return found !== undefined && may(ctx, `${found.kind}.moderate`)
})

export const cases: Module = {
  name: 'cases',
  texts: caseTexts,
  permissions: {
    [ENTER_COVER]: ['crew', 'clerk', 'dispatcher', 'lead'],
    [MANAGE_COVER]: ['lead'],
  },
  schedules: [
    {
      name: 'cases.forgetMarks',
      cron: '17 * * * *',
      run: async (ctx) => void (await forgetMarks(ctx, new Date(ctx.now().getTime() - 86_400_000))),
    },
  ],
  topics: [
    {
      kind: 'case',
      allowed: async (ctx, id) => {
        const found = uuidPattern.test(id) ? await caseById(ctx, id) : undefined
        return found !== undefined && (found.published || (await seesCase(ctx, found)) || (await ownPart(ctx, id)) !== undefined)
      },
    },
  ],
}
