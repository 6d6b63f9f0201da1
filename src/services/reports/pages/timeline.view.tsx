import type { IconName, StripPhoto, TimelineItem } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { CasePhoto, TimelineEntry } from '../../cases/index.ts'
import type { PublicReport } from '../report.view.rules.ts'
import { standsAt, withoutCrowd } from './crowd.rules.ts'

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
  'veto.raised': 'flag',
  'veto.escalated': 'people',
  'veto.turnedDown': 'success',
  'report.joined': 'people',
  'report.merged': 'people',
  'report.split': 'share',
  'word.given': 'chat',
}

/** What happened and, while it is open, what comes next and until when. */
export function publicTimeline(report: PublicReport, photo: (photo: CasePhoto) => StripPhoto): TimelineItem[] {
  const lines = withoutCrowd(report.timeline)
  const current = standsAt(lines)
  const happened = lines.map((entry, i) => ({ ...itemOf(entry, photo), ...(i === current ? { state: 'current' as const } : {}) }))
  return [...happened, ...nextOf(report)]
}

/** The step that comes next has no date of its own; the day on which the damage should be repaired has. */
function nextOf({ stage, plannedFor, dueAt }: PublicReport): TimelineItem[] {
  if (stage === 'done' || stage === 'ended' || stage === 'draft') return []
  const finished: TimelineItem = { title: t('reportPage.next.done'), state: 'next', at: plannedFor ?? dueAt }
  return stage === 'inProgress' ? [finished] : [{ title: t(`reportPage.next.${stage}`), state: 'next' }, finished]
}

const itemOf = (entry: TimelineEntry, photo: (photo: CasePhoto) => StripPhoto): TimelineItem => ({
  title: t(entry.title.key, entry.title.params),
  at: entry.at,
  who: [entry.unitName ?? t(`case.role.${entry.role}`), entry.otherNumber ? t('incident.of', { number: entry.otherNumber }) : undefined]
    .filter(Boolean)
    .join(' · '),
  text: entry.text ? <p class="words">{entry.text}</p> : undefined,
  // Pictures of the damage stand above; here are those that came with a step.
  photos: entry.photos.filter(({ role }) => role !== 'before').map(photo),
  ...(icons[entry.kind] ? { icon: icons[entry.kind]! } : {}),
})
