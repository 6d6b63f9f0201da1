import type { Happened } from '#platform/module.ts'
import { type Locale, textIn } from '#platform/text.ts'

/** What a mail about a broken or a renewed promise says: which day, and why. */
export function promiseWords({ kind, data }: Happened, locale: Locale): string {
  if ((kind !== 'promise.broken' && kind !== 'promise.renewed') || typeof data.day !== 'string') return ''
  const format = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const reason = typeof data.reason === 'string' ? data.reason : ''
  return textIn(locale, `report.event.${kind}`, { day: format.format(new Date(`${data.day}T12:00:00Z`)), reason })
}
