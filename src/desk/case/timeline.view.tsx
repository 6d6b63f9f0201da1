import { photoOf } from '#core/files/index.ts'
import type { IconName, StripPhoto, TimelineItem } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import type { CasePhoto, TimelineEntry } from '#services/cases/index.ts'

/** Only colleagues are named here; who reported stands with the contact, for those who may see it. */
const staff: ReadonlySet<string> = new Set(['staff', 'moderator'])

const icons: Record<string, IconName> = {
  'report.sent': 'inbox',
  'report.published': 'visibility',
  'report.hidden': 'visibility-off',
  'report.routed': 'send',
  'report.joined': 'people',
  'report.merged': 'people',
  'report.split': 'share',
  'report.ended': 'flag',
  'report.reopened': 'autorenew',
  'veto.raised': 'flag',
  'veto.escalated': 'people',
  'veto.turnedDown': 'close',
  'report.assigned': 'person',
  'report.moved': 'pin',
  'report.recategorised': 'tag',
  'report.reworded': 'edit',
  'assignment.rejected': 'share',
  'work.planned': 'calendar-today',
  'work.started': 'tool',
  'work.handedOut': 'building',
  'work.done': 'success',
  'question.asked': 'chat',
  'question.answered': 'chat',
  'message.sent': 'mail',
  'message.received': 'mail',
  'word.given': 'chat',
  'note.added': 'edit',
  'escalation.raised': 'warning',
  'escalation.seen': 'visibility',
}

/** The words of an event at this kind of case, else those that it has in the log, else its kind. */
const titleOf = ({ title, kind }: TimelineEntry): string => {
  if (hasText(title.key)) return t(title.key, title.params)
  return hasText(`event.${kind}`) ? t(`event.${kind}`) : t('desk.event.other', { kind })
}

/** Who did it, and for whom while she was away. */
const actorOf = ({ personName, coverName }: TimelineEntry): string | undefined =>
  personName && coverName ? t('desk.event.cover', { name: personName, other: coverName }) : personName

export const stripPhoto = (photo: CasePhoto, alt: string, mark?: string): StripPhoto => ({
  ...photoOf(photo.file, alt),
  ...(mark ? { mark } : {}),
})

export const timelineItem = (entry: TimelineEntry, current: boolean): TimelineItem => ({
  title: titleOf(entry),
  at: entry.at,
  who:
    [
      [entry.unitName, staff.has(entry.role) ? actorOf(entry) : undefined].filter(Boolean).join(', ') ||
        (hasText(`case.role.${entry.role}`) ? t(`case.role.${entry.role}`) : undefined),
      entry.otherNumber ? t('incident.of', { number: entry.otherNumber }) : undefined,
    ]
      .filter(Boolean)
      .join(' · ') || undefined,
  text: entry.text ? <p class="desk-words">{entry.text}</p> : undefined,
  // The photos of the report itself stand at its text.
  photos: entry.photos.filter(({ role }) => role !== 'before').map((photo) => stripPhoto(photo, t(`desk.photo.${photo.role}`))),
  icon: icons[entry.kind] ?? 'check',
  state: current ? 'current' : 'done',
  internal: entry.audience === 'internal',
})
