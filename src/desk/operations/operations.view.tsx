import { Alert, DefinitionList, Page, Section, Stat, Stats } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import {
  type Chosen,
  type Database,
  type Declared,
  type MailTrouble,
  type Process,
  SILENT_MS,
  type TaskState,
  type Trouble,
} from './operations.rules.ts'
import { MailTable, ProcessTable, ScheduleTable, TaskTable } from './operations.tables.tsx'
import { TroubleList } from './trouble.view.tsx'

export type OperationsProps = {
  form: Again<Chosen>
  tasks: readonly TaskState[]
  troubles: readonly Trouble[]
  mails: readonly MailTrouble[]
  processes: readonly Process[]
  schedules: ReadonlyMap<string, Date>
  declared: Declared
  database: Database
}

export function OperationsPage({ form, tasks, troubles, mails, processes, schedules, declared, database }: OperationsProps) {
  const sum = (figure: (task: TaskState) => number) => tasks.reduce((total, task) => total + figure(task), 0)
  const alive = processes.filter(({ seenAt }) => frame().now.getTime() - seenAt.getTime() < SILENT_MS)
  const givenUp = sum((task) => task.givenUp)
  const waitingMails = mails.reduce((total, { waiting }) => total + waiting, 0)
  return (
    <Page title={t('operations.title')} lead={t('operations.lead')} width="wide" noindex>
      {alive.some(({ roles }) => roles.includes('worker')) ? null : (
        <Alert tone="warning" title={t('operations.noWorker')}>
          <p>{t('operations.noWorker.text')}</p>
        </Alert>
      )}
      <Stats>
        <Stat label={t('operations.waiting')} value={sum((task) => task.waiting)} />
        <Stat label={t('operations.running')} value={sum((task) => task.running)} />
        <Stat label={t('operations.givenUp')} value={givenUp} {...(givenUp > 0 ? { tone: 'danger' as const } : {})} />
        <Stat label={t('operations.mailsWaiting')} value={waitingMails} {...(waitingMails > 0 ? { tone: 'warning' as const } : {})} />
        <Stat label={t('operations.processes')} value={alive.length} />
        <Stat label={t('operations.databaseSize')} value={megabytes(database.bytes)} />
      </Stats>
      <TroubleList troubles={troubles} form={form} />
      <Section title={t('operations.mails')}>
        <MailTable mails={mails} />
      </Section>
      <Section title={t('operations.tasks')} lead={t('operations.tasks.lead')}>
        <TaskTable tasks={tasks} names={declared.jobs} processes={processes} />
      </Section>
      <Section title={t('operations.schedules')} lead={t('operations.schedules.lead')}>
        <ScheduleTable schedules={declared.schedules} runs={schedules} />
      </Section>
      <Section title={t('operations.processes')}>
        <ProcessTable processes={processes} />
      </Section>
      <Section title={t('operations.database')}>
        <DefinitionList
          items={[
            { term: t('operations.database.version'), value: `PostgreSQL ${database.version}` },
            { term: t('operations.databaseSize'), value: megabytes(database.bytes) },
            { term: t('operations.database.connections'), value: database.connections },
            { term: t('operations.database.migrations'), value: database.migrations },
          ]}
        />
      </Section>
    </Page>
  )
}

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(currentLocale(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(bytes / 1024 ** 2)
