import type { Ctx } from '#platform/context.ts'
import type { Case } from './case.rules.ts'

export const caseById = async (ctx: Ctx, id: string): Promise<Case | undefined> => {
  throw new Error('not yet')
}

/** By the number as it is kept (see readNumber). */
export const caseByNumber = async (ctx: Ctx, number: string): Promise<Case | undefined> => {
  throw new Error('not yet')
}

/** Units whose cases the actor may work on: her own, the teams below them and the departments above. */
export const workingUnits = async (ctx: Ctx): Promise<string[]> => {
  throw new Error('not yet')
}
