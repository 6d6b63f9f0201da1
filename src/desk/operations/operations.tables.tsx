import { Badge, type Column, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { type Declared, type MailTrouble, type Process, runsOf, SILENT_MS, type TaskState } from './operations.rules.ts'

const idle = { waiting: 0, later: 0, running: 0, troubled: 0, givenUp: 0, oldest: null }
const when = (at: Date | null | undefined) => (at ? <Time at={at} /> : '–')

export function TaskTable({
  tasks,
  names,
  processes,
}: {
  tasks: readonly TaskState[]
  names: readonly string[]
  processes: readonly Process[]
}) {
  const states = new Map(tasks.map((state) => [state.task, state]))
  const rows = [...new Set([...names, ...states.keys()])].map((task) => ({
    ...idle,
    ...states.get(task),
    task,
    runs: runsOf(task, processes),
  }))
  type Row = (typeof rows)[number]
  const columns: Column<Row>[] = [
    { key: 'task', label: t('operations.task'), names: true, show: ({ task }) => task },
    { key: 'waiting', label: t('operations.waiting'), numeric: true, show: ({ waiting }) => waiting },
    { key: 'later', label: t('operations.later'), numeric: true, minor: true, show: ({ later }) => later },
    { key: 'running', label: t('operations.running'), numeric: true, show: ({ running }) => running },
    { key: 'troubled', label: t('operations.troubled'), numeric: true, show: ({ troubled }) => troubled },
    { key: 'givenUp', label: t('operations.givenUp'), numeric: true, show: ({ givenUp }) => givenUp },
    { key: 'oldest', label: t('operations.oldest'), show: ({ oldest }) => when(oldest) },
    { key: 'done', label: t('operations.done'), numeric: true, minor: true, show: ({ runs }) => runs.done },
    { key: 'last', label: t('operations.last'), show: ({ runs }) => when(runs.at) },
  ]
  return <Table caption={t('operations.tasks')} hideCaption columns={columns} rows={rows} rowKey={({ task }) => task} />
}

export function ScheduleTable({ schedules, runs }: { schedules: Declared['schedules']; runs: ReadonlyMap<string, Date> }) {
  const columns: Column<Declared['schedules'][number]>[] = [
    { key: 'name', label: t('operations.task'), names: true, show: ({ name }) => name },
    { key: 'cron', label: t('operations.cron'), show: ({ cron }) => <code>{cron}</code> },
    { key: 'last', label: t('operations.last'), show: ({ name }) => when(runs.get(name)) },
  ]
  return <Table caption={t('operations.schedules')} hideCaption columns={columns} rows={schedules} rowKey={({ name }) => name} />
}

export function MailTable({ mails }: { mails: readonly MailTrouble[] }) {
  const columns: Column<MailTrouble>[] = [
    { key: 'town', label: t('operations.town'), names: true, show: ({ town }) => town },
    { key: 'waiting', label: t('operations.waiting'), numeric: true, show: ({ waiting }) => waiting },
    { key: 'failed', label: t('operations.failed'), numeric: true, show: ({ failed }) => failed },
    { key: 'oldest', label: t('operations.oldest'), show: ({ oldest }) => when(oldest) },
    { key: 'error', label: t('operations.error'), show: ({ error }) => error ?? '–' },
  ]
  return (
    <Table
      caption={t('operations.mails')}
      hideCaption
      columns={columns}
      rows={mails}
      rowKey={({ townId }) => townId}
      empty={<p class="kern-body">{t('operations.mails.none')}</p>}
    />
  )
}

export function ProcessTable({ processes }: { processes: readonly Process[] }) {
  const silent = ({ seenAt }: Process) => frame().now.getTime() - seenAt.getTime() > SILENT_MS
  const columns: Column<Process>[] = [
    { key: 'host', label: t('operations.process'), names: true, show: ({ host, pid }) => `${host.split(' ')[0]} · ${pid}` },
    { key: 'roles', label: t('operations.roles'), show: ({ roles }) => roles.join(', ') },
    { key: 'started', label: t('operations.started'), show: ({ startedAt }) => <Time at={startedAt} /> },
    {
      key: 'seen',
      label: t('operations.seen'),
      show: (process) =>
        silent(process) ? (
          <Badge tone="warning" icon="warning">
            <Time at={process.seenAt} />
          </Badge>
        ) : (
          <Time at={process.seenAt} />
        ),
    },
  ]
  return (
    <Table
      caption={t('operations.processes')}
      hideCaption
      columns={columns}
      rows={processes}
      rowKey={({ id }) => id}
      empty={<p class="kern-body">{t('operations.noWorker.text')}</p>}
    />
  )
}
