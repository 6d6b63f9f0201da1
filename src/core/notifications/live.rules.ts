import type { LiveTopic } from '#platform/module.ts'

/** `case:{id}` → the words before and after the colon. */
export function topicOf(text: string): { kind: string; id: string } {
  const at = text.indexOf(':')
  return at < 0 ? { kind: text, id: '' } : { kind: text.slice(0, at), id: text.slice(at + 1) }
}

/** Name of the message that a change of this topic brings. */
export const messageOf = (topic: LiveTopic): string => (topic.quiet ? topic.kind : 'refresh')

/**
 * `since` some seconds earlier, as UUIDv7: what was being written while the page was made has an earlier id and was not in it
 * yet. Showing a page once too often does no harm.
 */
export function withSlack(since: string, milliseconds = 2_000): string {
  const at = Number.parseInt(since.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, at - milliseconds)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${since.slice(13)}`
}
