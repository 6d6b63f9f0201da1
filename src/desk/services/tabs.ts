import { type Ctx, may } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import type { Service } from '#services/catalogue/index.ts'
import { servicePath } from './paths.ts'

/** One of the pages on which a service is worked on. `path` follows the address of the service. */
export type ServiceTab = { key: string; text: string; path: string; may: string; order: number }

const tabs: ServiceTab[] = []

/** Called while modules load: another page beside the texts, such as the form of a service. */
export const registerServiceTab = (tab: ServiceTab): void => {
  tabs.push(tab)
  tabs.sort((a, b) => a.order - b.order)
}

export type ShownTab = { href: string; label: string; current: boolean }

/** The pages of a service that this actor may open. */
export const serviceTabs = (ctx: Ctx, service: Pick<Service, 'id'>, current: string): ShownTab[] =>
  tabs
    .filter((tab) => may(ctx, tab.may))
    .map(({ key, text, path }) => ({ href: servicePath(service.id) + path, label: textIn(ctx.locale, text), current: key === current }))
