import type { Ctx } from '#platform/context.ts'
import type { RetentionRule } from '../../cases/index.ts'
import { registerRetention } from '../../cases/retention/kinds.ts'
import { deleteDraftsAbout } from '../draft.sql.ts'
import { afterDrafts } from '../drop-drafts.ts'
import type { ApplicationResult } from '../result.rules.ts'
import { anonymiseApplications } from './retention.sql.ts'

const rule = (
  result: ApplicationResult,
  [archiveDays, anonymiseDays, deleteDays]: [number, number, number],
  reason: string,
): RetentionRule => ({
  kind: 'application',
  result,
  archiveDays,
  anonymiseDays,
  deleteDays,
  reason,
})

/** No period fits every service: these are to be checked against the town's own order of files. */
export const applicationDefaults: readonly RetentionRule[] = [
  rule('done', [365, 3653, 3653], 'Aktenführung: zehn Jahre nach dem Ende (Vorgabe; bitte mit der Aktenordnung abgleichen)'),
  rule('withdrawn', [90, 365, 365], 'Erforderlichkeit ist entfallen: Art. 5 Abs. 1 Buchst. e, Art. 17 Abs. 1 Buchst. a DSGVO'),
  rule('ended', [180, 1095, 1095], 'Bis Ansprüche verjährt sind (§ 195 BGB), danach Art. 5 Abs. 1 Buchst. e DSGVO'),
]

/** What was begun about these cases goes before them: by the keys of the tables alone its files would stay. */
const forgetDrafts = async (ctx: Ctx, caseIds: readonly string[]): Promise<void> => afterDrafts(ctx, await deleteDraftsAbout(ctx, caseIds))

export const keepApplications = (): void =>
  registerRetention({
    kind: 'application',
    defaults: applicationDefaults,
    anonymise: async (ctx, caseIds) => {
      await forgetDrafts(ctx, caseIds)
      await anonymiseApplications(ctx, caseIds)
    },
    beforeDelete: forgetDrafts,
  })
