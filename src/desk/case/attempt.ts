import type { FormState } from '#design/index.ts'
import type { ReportVerb } from '#services/reports/index.ts'

/** The forms of the page, by the last part of their address. */
export const formKinds = [
  'schritt',
  'zuteilung',
  'dringlichkeit',
  'notiz',
  'wort',
  'nachricht',
  'veroeffentlichung',
  'ausblenden',
  'wortlaut',
  'art',
  'ort',
] as const
export type FormKind = (typeof formKinds)[number]

/** A form that was sent and refused: it stands on top with all that was typed. */
export type Attempt = { kind: FormKind; verb?: ReportVerb | undefined; state: FormState }
