import { Live } from '#core/notifications/index.ts'
import { Columns, KeyHints, Page, Section, StageBadge, Timeline, type TimelineItem } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { Neighbours, timelineItem } from '../case/index.ts'
import { DueMark } from '../home/index.ts'
import { CaseTasks } from '../tasks/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import type { Attempt } from './attempt.ts'
import { AttemptSheet } from './attempt.view.tsx'
import { Decisions } from './decision.view.tsx'
import { type LetterAttempt, Letters } from './letters.view.tsx'
import { PATH } from './list-query.rules.ts'
import { Objections } from './objection.view.tsx'
import { Opinions } from './opinions.view.tsx'
import { Side } from './side.view.tsx'
import { Checklist, Steps } from './steps.view.tsx'
import { Talk } from './talk.view.tsx'
import { Told } from './told.view.tsx'

type Props = {
  sheet: ApplicationSheet
  /** The step whose form is open. */
  open?: string | undefined
  attempt?: Attempt | undefined
  letterAttempt?: LetterAttempt | undefined
}

/** Everything about one application on one page: what is to be done, what was sent, said, decided and written, what happened. */
export const ApplicationPage = ({ sheet, open, attempt, letterAttempt }: Props) => {
  const { application, liste } = sheet
  const locale = currentLocale()
  return (
    <Page
      title={sheet.objections.own ? application.case.title : application.service[locale] || application.service.de}
      preline={application.case.number}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: `${PATH}${liste ? `?${liste}` : ''}`, label: t('deskApplications.title') },
      ]}
      actions={<Neighbours path={PATH} liste={liste} neighbours={sheet.neighbours} />}
    >
      <Live topics={[`case:${application.case.id}`]} />
      {attempt ? <AttemptSheet sheet={sheet} attempt={attempt} /> : null}
      <div class="desk-marks desk-marks--large">
        <StageBadge stage={application.case.stage} label={application.stateWords[locale] || application.stateWords.de} />
        <DueMark dueAt={application.case.dueAt} closedAt={application.case.closedAt} />
      </div>
      <Columns side={<Side sheet={sheet} />}>
        <Section title={t('desk.case.steps')} id="schritte">
          <Steps sheet={sheet} open={open} without={attempt?.kind === 'schritt' ? attempt.which : undefined} />
          <Checklist sheet={sheet} />
        </Section>
        <Objections sheet={sheet} />
        <CaseTasks number={application.case.number} tasks={sheet.tasks} choices={sheet.taskChoices} />
        <Decisions sheet={sheet} />
        <Opinions sheet={sheet} without={attempt?.kind === 'stellungnahme' ? attempt.which : undefined} />
        <Letters sheet={sheet} attempt={letterAttempt} />
        <Told sheet={sheet} />
        <Talk sheet={sheet} />
        <Section title={t('desk.case.timeline')} id="verlauf">
          <Timeline items={happened(sheet)} />
        </Section>
      </Columns>
      <KeyHints
        keys={[
          { key: 'j', does: t('deskApplications.keys.j') },
          { key: 'k', does: t('deskApplications.keys.k') },
          { key: 'n', does: t('desk.keys.n') },
          { key: '?', does: t('desk.keys.help') },
        ]}
      />
    </Page>
  )
}

/** Newest first; above it what comes next. */
const happened = ({ application: { case: it, timeline } }: ApplicationSheet): TimelineItem[] => [
  ...(it.closedAt ? [] : [{ title: t('desk.case.due'), at: it.dueAt, state: 'next' as const }]),
  ...[...timeline].reverse().map((entry, i) => timelineItem(entry, i === 0)),
]
