import type { Ctx } from '#platform/context.ts'
import type { TrustLevel } from './service.rules.ts'

/** A published form by which a service can be applied for: where it begins, and how long people need to fill it in. */
export type OnlineForm = { path: string; minutes?: number | undefined; trust?: TrustLevel | undefined }

/** What was learned from real cases: half were done in `half` working days, nine in ten in `most`. */
export type Experience = { half: number; most: number; count: number }

type Find<T> = (ctx: Ctx, serviceIds: readonly string[]) => Promise<ReadonlyMap<string, T>>

const nothing = async () => new Map<string, never>()
let findForms: Find<OnlineForm> = nothing
let findExperience: Find<Experience> = nothing

/** Called by whoever keeps forms: which of these services have one that everybody may fill in now. */
export const registerOnlineForms = (find: Find<OnlineForm>): void => {
  findForms = find
}

/** Called by whoever keeps cases: how long they took. Too few to say anything are left out. */
export const registerExperience = (find: Find<Experience>): void => {
  findExperience = find
}

export const onlineForms: Find<OnlineForm> = (ctx, ids) => findForms(ctx, ids)
export const experienceOf: Find<Experience> = (ctx, ids) => findExperience(ctx, ids)
