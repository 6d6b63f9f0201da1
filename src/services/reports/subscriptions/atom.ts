import { xml } from '#platform/xml.ts'
import type { ReportCard } from '../report.view.rules.ts'

export type Feed = {
  id: string
  title: string
  self: string
  page: string
  author: string
  locale: string
  entries: readonly (Pick<ReportCard, 'number' | 'title' | 'placeLabel' | 'publicText' | 'receivedAt' | 'updatedAt' | 'lat' | 'lon'> & {
    address: string
    stage: string
  })[]
  /** When nothing is in it. */
  now: Date
}

/** A feed by RFC 4287 with one GeoRSS-Simple point in every entry, latitude first. Entries without a place are left out. */
export function atom({ id, title, self, page, author, locale, entries, now }: Feed): string {
  const placed = entries.filter(({ lat, lon }) => lat !== undefined && lon !== undefined)
  const updated = placed.length > 0 ? new Date(Math.max(...placed.map((entry) => entry.updatedAt.getTime()))) : now
  const lines = placed.map(
    (entry) => `  <entry>
    <id>${xml(entry.address)}</id>
    <title>${xml(`${entry.title}, ${entry.placeLabel}`)}</title>
    <link rel="alternate" type="text/html" href="${xml(entry.address)}"/>
    <published>${entry.receivedAt.toISOString()}</published>
    <updated>${entry.updatedAt.toISOString()}</updated>
    <category term="${xml(entry.title)}"/>
    <summary type="text">${xml([`${entry.stage} · ${entry.number}`, entry.publicText].filter(Boolean).join('\n'))}</summary>
    <georss:point>${entry.lat} ${entry.lon}</georss:point>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${locale}">
  <id>${xml(id)}</id>
  <title>${xml(title)}</title>
  <author><name>${xml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
  <updated>${updated.toISOString()}</updated>
${lines.join('\n')}
</feed>
`
}
