import { type Ctx, may } from '#platform/context.ts'
import type { Case } from './case.rules.ts'

type Sight = (ctx: Ctx, it: Case) => Promise<boolean>
const sights = new Map<string, Sight>()

/** A kind whose cases are not for everybody who may see some of them says who may see which. */
export const registerSight = (kind: string, sight: Sight): void => void sights.set(kind, sight)

/** Whether cases of this kind are for the unit alone that has them: then work on them is given to nobody else. */
export const isPersonal = (kind: string): boolean => sights.has(kind)

/** Whether the actor may see this case from within: by the permission of its kind (`report.see`), and where the kind asks for more, by that. */
export const seesCase = async (ctx: Ctx, it: Case): Promise<boolean> =>
  may(ctx, `${it.kind}.see`) && ((await sights.get(it.kind)?.(ctx, it)) ?? true)
