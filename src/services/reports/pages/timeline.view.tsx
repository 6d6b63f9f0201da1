import type { IconName, StripPhoto, TimelineItem } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { CasePhoto, TimelineEntry } from '../../cases/index.ts'
import type { PublicReport } from '../report.view.rules.ts'

const icons: Record<string, IconName> = {
  'report.sent': 'inbox',
  'assignment.accepted': 'check',
  'work.planned': 'calendar-today',
  'work.started': 'tool',
  'work.handedOut': 'share',
  'question.asked': 'hand',
  'question.answered': 'chat',
  'work.done': 'success',
  'report.ended': 'flag',
  'report.reopened': 'autorenew',
  'report.joined': 'people',
  'word.given': 'chat',
}

/** What happened and, while it is open, what comes next and until when. */
export function publicTimeline(report: PublicReport, photo: (photo: CasePhoto) => StripPhoto): TimelineItem[] {
  const happened = report.timeline.map((entry) => itemOf(entry, photo))
  const last = happened.at(-1)
  if (last) last.state = 'current'
  if (report.stage === 'done' || report.stage === 'ended' || report.stage === 'draft') return happened
  return [...happened, { title: t(`reportPage.next.${report.stage}`), state: 'next', at: report.plannedFor ?? report.dueAt }]
}

const itemOf = (entry: TimelineEntry, photo: (photo: CasePhoto) => StripPhoto): TimelineItem => ({
  title: t(entry.title.key, entry.title.params),
  at: entry.at,
  who: entry.unitName ?? t(`case.role.${entry.role}`),
  text: entry.text ? <p class="words">{entry.text}</p> : undefined,
  photos: entry.photos.map(photo),
  ...(icons[entry.kind] ? { icon: icons[entry.kind]! } : {}),
})
