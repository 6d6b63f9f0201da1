import { pictureBytes, squareSymbol } from '#core/files/index.ts'
import { ownTown } from '#core/towns/index.ts'
import { shieldPaths } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

/** Names of the pictures on home screens: edge in pixels, and the part of it left free on each side (masks cut up to a fifth). */
export const symbols = {
  '180.png': { edge: 180, room: 0.1 },
  '192.png': { edge: 192, room: 0.06 },
  '512.png': { edge: 512, room: 0.06 },
  'maske-512.png': { edge: 512, room: 0.22 },
} as const
export type SymbolName = keyof typeof symbols

/** The town's arms as a square picture; drawn once. */
export const symbolOf = (ctx: Ctx, name: SymbolName): Promise<Buffer> =>
  kept(ctx, 'town', `symbol ${name}`, async () => squareSymbol(await armsOf(ctx), symbols[name].edge, symbols[name].room))

async function armsOf(ctx: Ctx): Promise<Buffer> {
  const { coat_of_arms: arms } = await ownTown(ctx)
  const drawn = arms?.startsWith('file:') ? await pictureBytes(ctx, arms.slice(5)) : arms && Buffer.from(arms)
  return drawn || Buffer.from(plainShield(ctx.town.colour ?? '#2044aa'))
}

const plainShield = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 44" width="400" height="440"><path d="${shieldPaths[0]}" fill="${colour}"/><path d="${shieldPaths[1]}" fill="#fff"/></svg>`
