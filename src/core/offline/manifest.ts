import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import { offlinePages } from './pages.ts'
import { type SymbolName, symbols } from './symbol.ts'

/** What makes the town's pages an app on a phone (W3C Web Application Manifest). */
export function manifestOf({ town, locale }: Ctx) {
  const at = (path: string) => town.base + path
  const picture = (name: SymbolName, purpose: string) => ({
    src: at(`/symbol/${name}`),
    sizes: `${symbols[name].edge}x${symbols[name].edge}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: at('/'),
    name: town.name,
    short_name: town.name,
    description: textIn(locale, 'offline.app.description', { town: town.name }),
    lang: locale,
    start_url: at('/'),
    scope: at('/'),
    display: 'standalone',
    theme_color: town.colour ?? '#2044aa',
    background_color: '#f8f6f2',
    icons: [picture('192.png', 'any'), picture('512.png', 'any'), picture('maske-512.png', 'maskable')],
    shortcuts: offlinePages().flatMap(({ path, text }) => (text ? [{ name: textIn(locale, text), url: at(path) }] : [])),
  }
}
