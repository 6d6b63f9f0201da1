import type { ComponentChildren } from 'preact'
import { Badge, Button, type Column, Icon, Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type DeskReportRow, reportProcess } from '#services/reports/index.ts'
import { PriorityMark, StateMark } from '../home/index.ts'
import type { WorkList } from './list.read.ts'
import { markOf, rowPath, SubjectLink, timeColumns, Who } from './list-parts.view.tsx'

export const ACCEPT_FORM = 'row-accept'
export const BULK_FORM = 'bulk'

export const Rows = ({ list, empty }: { list: WorkList; empty: ComponentChildren }) => (
  <Table
    caption={t('desk.list.caption', { tab: t(`desk.tab.${list.tab}`) })}
    hideCaption
    keys
    rows={list.page.items}
    rowKey={({ id }) => id}
    columns={columnsOf(list)}
    mark={markOf}
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

const columnsOf = (list: WorkList): Column<DeskReportRow>[] => [
  { key: 'title', label: t('desk.list.column.category'), names: true, show: (row) => <Subject list={list} row={row} /> },
  { key: 'place', label: t('desk.list.column.place'), show: (row) => row.placeLabel },
  { key: 'state', label: t('desk.list.column.state'), show: (row) => <Standing row={row} /> },
  ...timeColumns(list),
  { key: 'unit', label: t('desk.list.column.who'), show: (row) => <Who row={row} /> },
  ...(list.may.work
    ? [{ key: 'next', label: t('desk.list.column.next'), show: (row: DeskReportRow) => <Next list={list} row={row} /> }]
    : []),
]

const Subject = ({ list, row }: { list: WorkList; row: DeskReportRow }) => (
  <SubjectLink list={list} number={row.number} title={row.category.name[currentLocale()]}>
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
  </SubjectLink>
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
      <a class="desk-next" href={href(`${rowPath(list, row.number, { schritt: 'finish' })}#schritt-finish`)} data-key="e">
        {t('desk.list.finish')}
        <span class="kern-sr-only">
          : {row.title}, {row.placeLabel}
        </span>
      </a>
    )
  return null
}
