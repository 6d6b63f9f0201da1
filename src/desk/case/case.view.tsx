import { Live } from '#core/notifications/index.ts'
import { Badge, ButtonLink, Columns, type FormState, KeyHints, Page, Refused, Section, Timeline, type TimelineItem } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { IncidentMark, type ReportVerb } from '#services/reports/index.ts'
import { DueMark, PriorityMark, StateMark } from '../home/index.ts'
import { CaseTasks } from '../tasks/index.ts'
import type { Attempt } from './attempt.ts'
import { AttemptSheet } from './attempt.view.tsx'
import type { CaseSheet } from './case.read.ts'
import { Neighbours } from './common-parts.view.tsx'
import { Moderation } from './moderation.view.tsx'
import { Objected } from './objection.view.tsx'
import { Side } from './side.view.tsx'
import { Steps } from './steps.view.tsx'
import { Talk } from './talk.view.tsx'
import { timelineItem } from './timeline.view.tsx'
import { Told } from './told.view.tsx'
import { Waiting } from './waiting.view.tsx'

export type CasePageProps = {
  sheet: CaseSheet
  open?: ReportVerb | undefined
  attempt?: Attempt | undefined
  refusal?: FormState['refusal']
}

/** Everything about one report on one page: what is to be done, what was said, what happened, who and where. */
export const CasePage = ({ sheet, open, attempt, refusal }: CasePageProps) => {
  const { report, liste } = sheet
  return (
    <Page
      title={report.category.name[currentLocale()]}
      preline={report.case.number}
      lead={<Where sheet={sheet} />}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: `/amt/meldungen${liste ? `?${liste}` : ''}`, label: t('desk.list.title') },
      ]}
      actions={
        <>
          <Neighbours path="/amt/meldungen" liste={liste} neighbours={sheet.neighbours} />
          {report.publication === 'published' ? (
            <ButtonLink href={`/meldungen/${report.case.number}`} icon="visibility" kind="tertiary">
              {t('desk.case.publicPage')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Live topics={[`case:${report.case.id}`]} />
      {attempt ? <AttemptSheet sheet={sheet} attempt={attempt} /> : null}
      <Refused refusal={refusal} />
      <Marks sheet={sheet} />
      <Waiting sheet={sheet} />
      <Objected sheet={sheet} />
      <Columns side={<Side sheet={sheet} />}>
        <Section title={t('desk.case.steps')} id="schritte">
          <Steps sheet={sheet} open={open} without={attempt?.verb} />
        </Section>
        <CaseTasks number={report.case.number} tasks={sheet.tasks} choices={sheet.taskChoices} />
        <Told sheet={sheet} />
        <Talk sheet={sheet} />
        <Moderation sheet={sheet} />
        <Section title={t('desk.case.timeline')}>
          <Timeline items={happened(sheet)} />
        </Section>
      </Columns>
      <KeyHints
        keys={[
          { key: 'j', does: t('desk.keys.j') },
          { key: 'k', does: t('desk.keys.k') },
          { key: 'a', does: t('desk.keys.a') },
          { key: 'e', does: t('desk.keys.e') },
          { key: 'n', does: t('desk.keys.n') },
          { key: '?', does: t('desk.keys.help') },
        ]}
      />
    </Page>
  )
}

const Where = ({ sheet: { report } }: { sheet: CaseSheet }) => (
  <>
    {report.place.label}
    {report.place.note ? <span class="desk-note"> {report.place.note}</span> : null}
  </>
)

const Marks = ({ sheet: { report } }: { sheet: CaseSheet }) => (
  <>
    <div class="desk-marks desk-marks--large">
      <StateMark state={report.state} stage={report.case.stage} />
      <DueMark dueAt={report.case.dueAt} closedAt={report.case.closedAt} />
      <PriorityMark priority={report.case.priority} />
      <Badge
        tone={report.publication === 'waiting' ? 'warning' : 'neutral'}
        icon={report.publication === 'published' ? 'visibility' : 'visibility-off'}
      >
        {t(`report.publication.${report.publication}`)}
      </Badge>
      {report.case.supportCount > 0 ? <Badge icon="people">{t('desk.list.support', { count: report.case.supportCount })}</Badge> : null}
    </div>
    <IncidentMark number={report.case.number} incident={report.incident} />
  </>
)

/** Newest first; above it what comes next. */
const happened = ({ report }: CaseSheet): TimelineItem[] => [
  ...(report.plannedFor && !report.case.closedAt ? [{ title: t('desk.case.planned'), at: report.plannedFor, state: 'next' as const }] : []),
  ...(report.case.closedAt ? [] : [{ title: t('desk.case.due'), at: report.case.dueAt, state: 'next' as const }]),
  ...[...report.timeline].reverse().map((entry, i) => timelineItem(entry, i === 0)),
]
