import { newcomerTexts } from './texts/english.ts'
import { furnitureTexts } from './texts/furniture.ts'
import { greenTexts } from './texts/green.ts'
import { lightTexts } from './texts/light.ts'
import { playTexts } from './texts/play.ts'
import { streetTexts } from './texts/street.ts'
import type { DemoText } from './texts/text.ts'
import { trafficTexts } from './texts/traffic.ts'
import { wasteTexts } from './texts/waste.ts'
import { waterTexts } from './texts/water.ts'

export const demoTexts: readonly DemoText[] = [
  ...streetTexts,
  ...lightTexts,
  ...wasteTexts,
  ...greenTexts,
  ...playTexts,
  ...waterTexts,
  ...trafficTexts,
  ...furnitureTexts,
  ...newcomerTexts,
]

/** Every way of reading `[a|b]` in a text, in order. */
export function readings(text: string): string[] {
  const [all, before, options, after] = /^([^[]*)\[([^\]]*)\](.*)$/s.exec(text) ?? []
  if (all === undefined || before === undefined || options === undefined || after === undefined) return [text]
  const rest = readings(after)
  return options.split('|').flatMap((option) => rest.map((end) => before + option + end))
}

/** Fills {street}, {number} and {asset}; what the place doesn't know falls away together with the space before it. */
export const withPlace = (
  text: string,
  place: { street?: string | undefined; number?: string | undefined; asset?: string | undefined },
): string =>
  text
    .replace(/ ?\{(street|number|asset)\}/g, (hole, name: 'street' | 'number' | 'asset') => {
      const value = place[name]
      return value ? hole.replace(/\{.*\}/, value) : ''
    })
    .trim()

/** What people write, without places: for very many reports. */
export const demoReportTexts: readonly string[] = demoTexts.flatMap(({ text }) => readings(text)).map((text) => withPlace(text, {}))
