import type { Ctx } from '#platform/context.ts'
import { waitingPath } from '../cosign/paths.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { newerPath } from '../pages/paths.ts'
import { newerForm } from './carry.verbs.ts'

/** Where a draft is opened that its pages cannot be filled in of now: it waits for signatures, or its form was changed. */
export const elsewhere = async (ctx: Ctx, open: OpenDraft): Promise<string | undefined> =>
  open.draft.waits ? waitingPath(open.draft.id) : (await newerForm(ctx, open)) ? newerPath(open.draft.id) : undefined
