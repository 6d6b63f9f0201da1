import type { Ctx, Town } from '#platform/context.ts'
import { openedAddresses } from '#platform/egress/post.ts'
import { isOwnReceiver, urlTrouble } from './webhook.rules.ts'

let receiver: ((town: Town) => string) | undefined

/** Called once by the composition: in the demo, scheme, host and base of a town as this machine reaches itself. */
export function useOwnReceiver(address: ((town: Pick<Town, 'slug'>) => string) | undefined): void {
  receiver = address
}

export const hasOwnReceiver = (town: Town): boolean => receiver !== undefined && town.demo

/** Where a webhook's deliveries go, and whether that is this program itself. */
export const targetOf = (ctx: Ctx, url: string): { url: string; own: boolean } =>
  isOwnReceiver(url, hasOwnReceiver(ctx.town)) ? { url: receiver!(ctx.town) + url, own: true } : { url, own: false }

export const troubleWith = (ctx: Ctx, url: string) => urlTrouble(url, { opened: openedAddresses(), demo: hasOwnReceiver(ctx.town) })
