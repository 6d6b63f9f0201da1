import type { Ground } from './ground.ts'
import type { Network } from './network.ts'
import { crossingOf, distance, type Point, segments } from './shapes/point.ts'
import { segmentGrid } from './shapes/segment-grid.ts'

export type Bridge = { name: string; at: Point }

/** Where a street crosses the river; named after its street. */
export function bridges(network: Network, ground: Ground): Bridge[] {
  const river = segmentGrid(80)
  for (const { kind, line } of ground.waters) if (kind === 'river') for (const [a, b] of segments(line ?? [])) river.add(a, b, 0)
  const found: Bridge[] = []
  for (const { line, name, class: kind } of network.streets) {
    if (kind === 'path' || !name) continue
    for (const [a, b] of segments(line)) {
      for (const part of river.near(a, distance(a, b))) {
        const meet = crossingOf(a, b, part.a, part.b)
        if (meet)
          found.push({
            name: bridgeName(
              name,
              found.map((bridge) => bridge.name),
            ),
            at: meet.at,
          })
      }
    }
  }
  return found
}

function bridgeName(street: string, taken: string[]): string {
  const stem = street.replace(/er Straße$/, 'er ').replace(/straße$/, '')
  const name = stem.endsWith(' ') ? `${stem}Brücke` : `${stem}brücke`
  const pretty = name
    .replace('Brückbrücke', 'Alte Merlebrücke')
    .replace('ringbrücke', 'ring-Brücke')
    .replace('Südtangentebrücke', 'Hochbrücke Südtangente')
  return taken.includes(pretty) ? `Obere ${pretty}` : pretty
}
