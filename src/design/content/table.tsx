import type { ComponentChildren } from 'preact'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

export type Column<Row> = {
  key: string
  label: string
  show: (row: Row) => ComponentChildren
  /** Where the header leads to sort by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
  numeric?: boolean
  /** Names the row (one per table): a row header, and the title of the card on a phone. */
  names?: boolean
  /** Left out where there is little room. */
  minor?: boolean
}

export type TableProps<Row> = {
  caption: ComponentChildren
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A checkbox per row, named `name`, in the form with the id `form`. */
  select?: { name: string; form: string; value: (row: Row) => string; label: (row: Row) => string }
  /** Rows to look at first, such as overdue ones; always say it in words too. */
  mark?: (row: Row) => 'warning' | 'danger' | undefined
  /** Keys j, k, Enter and e act on the rows. */
  keys?: boolean
  /** Instead of rows when there are none. */
  empty?: ComponentChildren
}

/** Turned into cards on a phone, a table loses its meaning for some screen readers; these roles keep it. */
const as = <const R extends 'table' | 'rowgroup' | 'row' | 'cell' | 'columnheader' | 'rowheader'>(role: R) => ({ role })

/** A dense table; each row becomes a card where there is as little room as on a phone. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, select, mark, keys, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class={`table-frame${columns.length + (select ? 1 : 0) > 4 ? ' table-frame--many' : ''}`}>
      <table
        class="kern-table kern-table--small table"
        {...as('table')}
        {...(keys || select ? { 'data-controller': [keys ? 'keyboard-list' : '', select ? 'select-all' : ''].join(' ').trim() } : {})}
        {...(select ? { 'data-action': 'turbo:morph@document->select-all#one' } : {})}
      >
        <caption class={hideCaption ? 'kern-sr-only' : 'table__caption'}>{caption}</caption>
        <thead class="table__head" {...as('rowgroup')}>
          <tr {...as('row')}>
            {select ? (
              <th class="table__select" scope="col" {...as('columnheader')}>
                <label class="table__check table__check--all">
                  <input type="checkbox" data-select-all-target="all" data-action="select-all#all" />
                  <span class="kern-sr-only">{t('design.table.selectAll')}</span>
                </label>
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row) => {
            const marked = mark?.(row)
            return (
              <tr key={rowKey(row)} class={`table__row${marked ? ` table__row--${marked}` : ''}`} data-list-item="" {...as('row')}>
                {select ? (
                  <td class="table__select" {...as('cell')}>
                    <label class="table__check">
                      <input
                        id={`${select.form}-${select.value(row)}`}
                        type="checkbox"
                        name={select.name}
                        value={select.value(row)}
                        form={select.form}
                        data-select-all-target="one"
                        data-action="select-all#one"
                      />
                      <span class="kern-sr-only">{select.label(row)}</span>
                    </label>
                  </td>
                ) : null}
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>({ column: { label, sort, numeric, minor } }: { column: Column<Row> }) {
  const classes = `table__header${numeric ? ' table__cell--numeric' : ''}${minor ? ' table__cell--minor' : ''}${sort ? ' table__header--sorts' : ''}`
  return (
    <th class={classes} scope="col" aria-sort={sort?.now} {...as('columnheader')}>
      {sort ? (
        <a class="table__sort" href={href(sort.href)}>
          {label}
          {sort.now ? <Icon name={sort.now === 'ascending' ? 'arrow-up' : 'arrow-down'} size="small" /> : null}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const classes = `table__cell${column.numeric ? ' table__cell--numeric' : ''}${column.minor ? ' table__cell--minor' : ''}${column.names ? ' table__cell--names' : ''}`
  if (column.names)
    return (
      <th class={classes} scope="row" {...as('rowheader')}>
        {column.show(row)}
      </th>
    )
  return (
    <td class={classes} data-label={column.label} {...as('cell')}>
      {column.show(row)}
    </td>
  )
}
