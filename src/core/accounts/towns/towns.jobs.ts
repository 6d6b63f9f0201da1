import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob } from '#platform/module.ts'
import { AccountDeleted } from '../account.rules.ts'
import { accountState } from '../account.sql.ts'
import { allTownIds, anonymisePerson, updatePerson } from './person.sql.ts'

/** Tells every town that the account has changed or ended; each keeps its own copy and sees no other. */
export async function tellTowns(ctx: Ctx, accountId: string): Promise<void> {
  for (const townId of await allTownIds(ctx)) enqueue(ctx, 'accounts.tellTown', { townId, accountId })
}

export const tellTownJob = defineJob({
  name: 'accounts.tellTown',
  payload: z.object({ accountId: z.uuid() }),
  run: async (ctx, { accountId }) => {
    const account = await accountState(ctx, accountId)
    if (account && !account.deleted_at) {
      await updatePerson(ctx, accountId, { name: account.name, email: account.email, locale: account.locale })
      return
    }
    const personId = await anonymisePerson(ctx, accountId)
    if (personId) await record(ctx, AccountDeleted, { about: [{ type: 'person', id: personId }], data: {} })
  },
})
