import type { Module } from '#platform/module.ts'
import { PUBLISH_DEFINITIONS, WRITE_DEFINITIONS } from '../definitions/definition.verbs.ts'
import { goLiveJob, goLiveSchedule } from './publication/go-live.jobs.ts'
import { publicationNews } from './publication/publication.news.ts'
import { publicationNewsTexts } from './publication/texts.ts'

/** The builder works while nobody looks: it puts in force what has a day, and tells who waits. Its pages stand at the desk. */
export const builder: Module = {
  name: 'builder',
  texts: publicationNewsTexts,
  listeners: [publicationNews],
  jobs: [goLiveJob],
  schedules: [goLiveSchedule],
  notificationKinds: [
    { kind: 'definition.review', text: 'publication.notice.review', inApp: true, email: 'now', may: PUBLISH_DEFINITIONS },
    { kind: 'definition.news', text: 'publication.notice.news', inApp: true, email: 'daily', may: WRITE_DEFINITIONS },
  ],
}
