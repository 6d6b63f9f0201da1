import type { ComponentChildren } from 'preact'
import { Badge, Button, type Column, Icon, Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { DeskSort } from '#services/cases/index.ts'
import { type DeskReportRow, reportProcess } from '#services/reports/index.ts'
import { Age, DueMark, dueOf, PriorityMark, StateMark } from '../home/index.ts'
import type { WorkList } from './list.read.ts'
import { writeQuery } from './list-view.rules.ts'

export const ACCEPT_FORM = 'row-accept'
export const BULK_FORM = 'bulk'

const casePath = (list: WorkList, number: string, more: Record<string, string> = {}) =>
  `/amt/meldungen/${number}?${new URLSearchParams({ ...more, liste: writeQuery(list.query, { ansicht: list.tab }) })}`

export const Rows = ({ list, empty }: { list: WorkList; empty: ComponentChildren }) => (
  <Table
    caption={t('desk.list.caption', { tab: t(`desk.tab.${list.tab}`) })}
    hideCaption
    keys
    rows={list.page.items}
    rowKey={({ id }) => id}
    columns={columnsOf(list)}
    mark={(row) => markOf(row)}
    empty={empty}
    {...(list.may.work
      ? {
          select: {
            name: 'n',
            form: BULK_FORM,
            value: ({ number }: DeskReportRow) => number,
            label: (row: DeskReportRow) => t('desk.list.select', { title: row.title, place: row.placeLabel }),
          },
        }
      : {})}
  />
)

const markOf = (row: DeskReportRow): 'danger' | 'warning' | undefined => {
  const tone = dueOf(row, frame().now)?.tone
  return tone === 'overdue' ? 'danger' : tone === 'soon' ? 'warning' : undefined
}

const sorted = (list: WorkList, now: DeskSort, other: DeskSort | undefined, direction: 'ascending' | 'descending') => ({
  href: `/amt/meldungen?${writeQuery(list.query, { ansicht: list.tab, sort: list.sort === now && other ? other : now })}`,
  now: list.sort === now ? direction : other && list.sort === other ? ('ascending' as const) : undefined,
})

const columnsOf = (list: WorkList): Column<DeskReportRow>[] => [
  { key: 'title', label: t('desk.list.column.category'), names: true, show: (row) => <Subject list={list} row={row} /> },
  { key: 'place', label: t('desk.list.column.place'), show: (row) => row.placeLabel },
  { key: 'state', label: t('desk.list.column.state'), show: (row) => <Standing row={row} /> },
  {
    key: 'due',
    label: t('desk.list.column.due'),
    sort: sorted(list, 'due', undefined, 'ascending'),
    show: (row) => <DueMark dueAt={row.dueAt} closedAt={row.closedAt} />,
  },
  {
    key: 'received',
    label: t('desk.list.column.received'),
    sort: sorted(list, 'received', 'oldest', 'descending'),
    minor: true,
    show: (row) => <Age since={row.receivedAt} />,
  },
  { key: 'unit', label: t('desk.list.column.who'), show: (row) => <Who row={row} /> },
  ...(list.may.work
    ? [{ key: 'next', label: t('desk.list.column.next'), show: (row: DeskReportRow) => <Next list={list} row={row} /> }]
    : []),
]

const Subject = ({ list, row }: { list: WorkList; row: DeskReportRow }) => (
  <a class="desk-subject" href={href(casePath(list, row.number))} data-key="o">
    <span>{row.category.name[currentLocale()]}</span>
    <span class="desk-number">
      {row.number}
      {row.hasPhoto ? (
        <>
          {' '}
          <Icon name="camera" size="small" />
          <span class="kern-sr-only">{t('desk.list.photo')}</span>
        </>
      ) : null}
      {row.supportCount > 0 ? (
        <>
          {' '}
          <Icon name="people" size="small" /> {row.supportCount}
          <span class="kern-sr-only"> {t('desk.list.support', { count: row.supportCount })}</span>
        </>
      ) : null}
    </span>
  </a>
)

const Standing = ({ row }: { row: DeskReportRow }) => (
  <span class="desk-marks">
    <StateMark state={row.state} stage={row.stage} />
    <PriorityMark priority={row.priority} />
    {row.escalated > 0 ? (
      <Badge tone={row.escalated > 1 ? 'danger' : 'warning'} icon="bell">
        {t('desk.list.escalated', { level: row.escalated })}
      </Badge>
    ) : null}
    {row.toCheck ? (
      <Badge tone="warning" icon="visibility-off">
        {t('desk.tab.unpublished')}
      </Badge>
    ) : null}
  </span>
)

const Who = ({ row }: { row: DeskReportRow }) =>
  row.unitName || row.assigneeName ? (
    <span class="desk-who">
      {row.assigneeName ? <span>{row.assigneeName}</span> : null}
      {row.unitName ? <span class="desk-who__unit">{row.unitName}</span> : null}
    </span>
  ) : (
    <span class="desk-who__unit">{t('desk.list.nobody')}</span>
  )

const allows = (verb: 'accept' | 'finish', state: string) => (reportProcess.steps[verb].from as readonly string[]).includes(state)

/** The step that most often comes next: one press, or one key (`a`, `e`). */
const Next = ({ list, row }: { list: WorkList; row: DeskReportRow }) => {
  if (!list.may.route && !(row.unitId && list.ownUnits.has(row.unitId))) return null
  if (allows('accept', row.state))
    return (
      <Button type="submit" form={ACCEPT_FORM} name="number" value={row.number} small data={{ 'data-key': 'a' }}>
        {t('desk.list.accept')}
        <span class="kern-sr-only">
          : {row.title}, {row.placeLabel}
        </span>
      </Button>
    )
  if (allows('finish', row.state))
    return (
      <a class="desk-next" href={href(`${casePath(list, row.number, { schritt: 'finish' })}#schritt-finish`)} data-key="e">
        {t('desk.list.finish')}
        <span class="kern-sr-only">
          : {row.title}, {row.placeLabel}
        </span>
      </a>
    )
  return null
}
