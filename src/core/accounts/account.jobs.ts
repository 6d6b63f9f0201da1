import type { Schedule } from '#platform/module.ts'
import { forgetDeletedAccounts } from './account.sql.ts'
import { forgetOldLog } from './account-log.sql.ts'
import { forgetChallenges } from './challenges/challenge.sql.ts'
import { forgetCounters } from './guessing/guessing.sql.ts'
import { forgetSessions } from './sessions/session.sql.ts'

/** Long enough for every town to hear that an account has ended. */
const DELETED_DAYS = 30

export const tidyAccounts: Schedule = {
  name: 'accounts.tidy',
  cron: '17 2 * * *',
  run: async (ctx) => {
    await forgetSessions(ctx)
    await forgetChallenges(ctx)
    await forgetCounters(ctx)
    await forgetOldLog(ctx)
    await forgetDeletedAccounts(ctx, new Date(ctx.now().getTime() - DELETED_DAYS * 86_400_000))
  },
}
