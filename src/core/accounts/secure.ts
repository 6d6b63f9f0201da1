import type { Ctx } from '#platform/context.ts'

/** True where people reach the town over TLS; then cookies are bound to the host by their names. */
export const isSecure = (ctx: Pick<Ctx, 'town'>): boolean => ctx.town.origin.startsWith('https:')
