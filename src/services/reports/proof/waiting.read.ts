import type { Ctx } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'
import { lastClosing } from './closing.sql.ts'
import { countObjections } from './objection.sql.ts'

/** Objections that the lead has to decide on. */
export type WaitingObjection = { byReporter: boolean; bySupporters: number; lastAt: Date | undefined }

export async function waitingObjection(ctx: Ctx, { id, state }: Case): Promise<WaitingObjection | undefined> {
  const last = state === 'done' ? await lastClosing(ctx, id) : undefined
  return last?.outcome === 'lead' ? await countObjections(ctx, { caseId: id, closing: last.closing }) : undefined
}
