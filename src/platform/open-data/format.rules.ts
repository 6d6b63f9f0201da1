import type { DataSet } from './data-set.ts'

export const dataFormats = ['csv', 'json', 'geojson'] as const
export type DataFormat = (typeof dataFormats)[number]

/** `type` is what the answer says, `media` the same without parameters. */
export const formatFacts: Record<DataFormat, { media: string; type: string }> = {
  csv: { media: 'text/csv', type: 'text/csv; charset=utf-8; header=present' },
  json: { media: 'application/json', type: 'application/json; charset=utf-8' },
  geojson: { media: 'application/geo+json', type: 'application/geo+json; charset=utf-8' },
}

/** GeoJSON only where there is something to draw. */
export const formatsOf = ({ geometry }: Pick<DataSet, 'geometry'>): readonly DataFormat[] =>
  dataFormats.filter((format) => format !== 'geojson' || geometry !== undefined)

export const fileAddress = (set: Pick<DataSet, 'name'>, format: DataFormat): string => `/opendata/${set.name}.${format}`

/**
 * The format that a client likes best (RFC 9110, Accept): its weights first, then our order. Undefined where it takes none of them.
 */
export function formatFor(accept: string | null, formats: readonly DataFormat[]): DataFormat | undefined {
  if (!accept?.trim()) return formats[0]
  const ranges = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { range, weight: q === undefined ? 1 : Number(q) || 0 }
  })
  const weightOf = (format: DataFormat): number => {
    const { media } = formatFacts[format]
    // The most exact range that fits decides.
    for (const wanted of [media, `${media.split('/')[0]}/*`, '*/*']) {
      const found = ranges.find(({ range }) => range === wanted)
      if (found) return found.weight
    }
    return 0
  }
  const weighed = formats.map((format) => ({ format, weight: weightOf(format) })).filter(({ weight }) => weight > 0)
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.format
}
