import type { Ctx } from '#platform/context.ts'
import { importForm } from '#services/builder/index.ts'
import { importXdf } from './import.ts'

const identified = (id: string) => `<x:identifikation><x:id>${id}</x:id><x:version>1.0</x:version></x:identifikation>`
const status = '<x:status><code>aktiv</code></x:status>'
const field = (id: string, name: string, type: string) =>
  `<x:struktur><x:anzahl>1:1</x:anzahl><x:bezug>§ 12 StrWG</x:bezug><x:enthaelt><x:datenfeld>${identified(id)}<x:name>${name}</x:name><x:bezeichnungEingabe>${name}</x:bezeichnungEingabe>${status}<x:feldart><code>input</code></x:feldart><x:datentyp><code>${type}</code></x:datentyp></x:datenfeld></x:enthaelt></x:struktur>`
const group = (id: string, name: string, inside: string) =>
  `<x:struktur><x:anzahl>1:1</x:anzahl><x:bezug/><x:enthaelt><x:datenfeldgruppe>${identified(id)}<x:name>${name}</x:name>${status}${inside}</x:datenfeldgruppe></x:enthaelt></x:struktur>`

/** A file as other authorities hand them on; it was made up for the demo. */
const file = `<?xml version="1.0" encoding="UTF-8"?>
<x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_2">
<x:header><x:nachrichtID>demo</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
<x:stammdatenschema>${identified('S99000001')}<x:name>Container auf öffentlichem Grund</x:name>${status}
${group('G99000001', 'Standort', field('F99000001', 'Straße und Hausnummer', 'text') + field('F99000002', 'Fläche in Quadratmetern', 'num'))}
${group('G99000002', 'Zeitraum', field('F99000003', 'Beginn', 'date') + field('F99000004', 'Ende', 'date'))}
<x:regel>${identified('R99000001')}<x:name>Zeitraum</x:name><x:script>Das Ende darf nicht vor dem Beginn liegen.</x:script></x:regel>
</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>`

/** A form that came in as a file and waits for a service. */
export async function seedImportedForm(ctx: Ctx): Promise<void> {
  const read = importXdf(new TextEncoder().encode(file))
  const made = read.ok ? await importForm(ctx, read.form) : read
  if (!made.ok) throw new Error(`the file of the demo: ${JSON.stringify(made)}`)
}
