import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Case } from './case.rules.ts'
import { insertCase, type NewCase } from './case.sql.ts'
import { newNumber } from './number.rules.ts'

/** Starts a case with a new number; the letter names its kind (`M` Mängelmeldung). */
export async function openCase(ctx: Ctx, letter: string, input: Omit<NewCase, 'id' | 'number'>): Promise<Case> {
  const id = newId(ctx.now().getTime())
  // 25^8 numbers: a second try is rare, a fourth means that something else is wrong.
  for (let tries = 0; tries < 4; tries++) {
    const opened = await insertCase(ctx, { ...input, id, number: newNumber(letter) })
    if (opened) return opened
  }
  throw new Error('no free number for a case')
}
