import { type Column, figureText, Table } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Row } from './overview.ts'
import { numberWords, percentWords } from './values.view.tsx'

type Props = {
  caption: string
  /** What the parts are: category, district, department. */
  head: string
  rows: readonly Row[]
  nameOf: (code: string | null) => string
  addressOf: (code: string | null) => string | undefined
}

/** The figures of the parts of a choice; a part leads to its own page. */
export const PartTable = ({ caption, head, rows, nameOf, addressOf }: Props) => {
  const number = (key: 'received' | 'open' | 'done' | 'ended', minor = false): Column<Row> => ({
    key,
    label: t(`figures.${key}`),
    numeric: true,
    minor,
    show: (row) => figureText(row[key]),
  })
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: head,
      names: true,
      show: ({ code }) => {
        const address = addressOf(code)
        return address ? <a href={href(address)}>{nameOf(code)}</a> : nameOf(code)
      },
    },
    number('received'),
    number('open'),
    number('done'),
    number('ended', true),
    { key: 'half', label: t('figures.head.half'), numeric: true, show: (row) => numberWords(row.daysHalf) },
    { key: 'nine', label: t('figures.head.nine'), numeric: true, show: (row) => numberWords(row.daysNineInTen) },
    { key: 'promises', label: t('figures.head.promises'), numeric: true, show: (row) => percentWords(row.promisesKeptPercent) },
    {
      key: 'of',
      label: t('figures.head.of'),
      numeric: true,
      minor: true,
      show: (row) => figureText(row.promisesKept + row.promisesBroken),
    },
    { key: 'targets', label: t('figures.head.targets'), numeric: true, minor: true, show: (row) => percentWords(row.targetsKeptPercent) },
    { key: 'objected', label: t('figures.head.objected'), numeric: true, minor: true, show: (row) => percentWords(row.objectedPercent) },
    { key: 'reopened', label: t('figures.head.reopened'), numeric: true, minor: true, show: (row) => percentWords(row.reopenedPercent) },
  ]
  const table = (some: readonly Row[]) => (
    <div class="figures__table">
      <Table caption={caption} hideCaption columns={columns} rows={some} rowKey={({ code }) => code ?? ''} />
    </div>
  )
  // Most first; on a phone a long list would hide what comes after it.
  const sorted = [...rows].sort((a, b) => b.received - a.received)
  const [first, others] = sorted.length > MOST + 2 ? [sorted.slice(0, MOST), sorted.slice(MOST)] : [sorted, []]
  return (
    <>
      {table(first)}
      {others.length > 0 ? (
        <details class="figures__more">
          <summary>{t('figures.more', { count: others.length })}</summary>
          {table(others)}
        </details>
      ) : null}
    </>
  )
}

/** Rows that are shown without opening more. */
const MOST = 10
