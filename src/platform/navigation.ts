import { type Ctx, may } from './context.ts'
import type { NavEntry } from './module.ts'
import { textIn } from './text.ts'

export type NavLink = { href: string; label: string; current: boolean }

let entries: readonly NavEntry[] = []

/** Called once by the composition with the entries of all modules. */
export function setNavigation(all: readonly NavEntry[]): void {
  entries = [...all].sort((a, b) => a.order - b.order)
}

/** The entries of one area that this actor may use, in the reader's language; the longest that leads to `path` is current. */
export function navigation(ctx: Ctx, area: NavEntry['area'], path = ''): NavLink[] {
  const permitted = entries.filter((entry) => entry.area === area && may(ctx, entry.may))
  const current = permitted
    .filter(({ path: to }) => path === to || path.startsWith(to === '/' ? '//' : `${to}/`) || path.startsWith(`${to}?`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return permitted.map((entry) => ({ href: entry.path, label: textIn(ctx.locale, entry.text), current: entry === current }))
}
