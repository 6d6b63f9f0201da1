import { BarChart, ButtonLink, EmptyState, LineChart, Page, PrintButton, Section, Stat, Stats, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { FiguresFilters } from './filters.view.tsx'
import { MethodSection } from './method.view.tsx'
import { PartTable } from './part-table.view.tsx'
import { monthsBetween } from './period.rules.ts'
import { activeFilters, type FiguresQuery, figuresAddress } from './query.ts'
import type { Shown } from './shown.ts'
import type { TableName } from './tables.ts'
import { daysWords, partOf, percentWords } from './values.view.tsx'
import { endWords, monthWords, nameOf } from './words.ts'

export type FiguresProps = {
  query: FiguresQuery
  shown: Shown
  town: string
  /** Scheme, host and base, for addresses that leave the page. */
  home: string
}

/** What became of the reports, in figures that everybody can recompute. */
export const FiguresPage = ({ query, shown, town, home }: FiguresProps) => (
  <Page
    title={t('figures.title')}
    lead={t('figures.lead', { town })}
    description={t('figures.lead', { town })}
    breadcrumbs={[
      { href: '/', label: t('reports.home') },
      { href: '/meldungen', label: t('reports.title') },
    ]}
    head={<link rel="alternate" type="application/json" href={href(figuresAddress('/meldungen/zahlen.json', query))} />}
    actions={<PrintButton />}
  >
    <FiguresFilters query={query} shown={shown} />
    <p class="figures__asof">
      {shown.asOf ? (
        <>
          {t('figures.asOf')} <Time at={shown.asOf} show="exact" />
        </>
      ) : (
        t('figures.notYet')
      )}
    </p>
    {isEmpty(shown) ? <Nothing filtered={activeFilters(query) > 0 && shown.first !== undefined} /> : <Parts query={query} shown={shown} />}
    <MethodSection home={home} query={query} shown={shown} />
  </Page>
)

const isEmpty = ({ overview: { byMonth } }: Shown): boolean => byMonth.length === 0

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState icon="search" title={t('figures.empty.filtered')} text={t('figures.empty.filtered.text')}>
      <ButtonLink href="/meldungen/zahlen?zeit=alles">{t('figures.empty.all')}</ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState icon="flag" title={t('figures.empty')} text={t('figures.empty.text')}>
      <ButtonLink href="/meldungen/neu" kind="primary">
        {t('reports.new')}
      </ButtonLink>
    </EmptyState>
  )

const Parts = ({ query, shown }: { query: FiguresQuery; shown: Shown }) => {
  const { overview, names } = shown
  const locale = currentLocale()
  const file = (table: TableName) => (
    <a href={href(figuresAddress('/meldungen/zahlen.csv', query, { tabelle: table }))} download>
      {t('figures.csv', { table: t(`figures.table.${table}`) })}
    </a>
  )
  const table = (part: 'category' | 'district' | 'unit', rows: Shown['overview']['byUnit']) => (
    <PartTable
      caption={t(`figures.by.${part}`)}
      head={t(`figures.part.${part}`)}
      rows={rows}
      nameOf={(code) => nameOf(locale, names, part, code)}
      addressOf={(code) => (code === null ? undefined : figuresAddress('/meldungen/zahlen', query, { [field[part]]: code }))}
    />
  )
  return (
    <>
      <Totals shown={shown} />
      <Section title={t('figures.by.month')} action={file('monat')}>
        <Course shown={shown} />
      </Section>
      <Section title={t('figures.ends')} lead={t('figures.ends.lead')} action={file('ende')}>
        <Ends shown={shown} />
      </Section>
      <Section title={t('figures.by.unit')} lead={t('figures.by.unit.lead')} action={file('amt')}>
        <HitRates shown={shown} />
        {table('unit', overview.byUnit)}
      </Section>
      <Section title={t('figures.by.category')} lead={t('figures.hidden')} action={file('art')}>
        {table('category', overview.byCategory)}
      </Section>
      {shown.known.districts.length > 0 ? (
        <Section title={t('figures.by.district')} action={file('ortsteil')}>
          <BarChart
            title={t('figures.received')}
            bars={overview.byDistrict.map(({ code, received }) => ({
              label: nameOf(locale, names, 'district', code),
              value: received,
              ...(code === null ? {} : { href: figuresAddress('/meldungen/zahlen', query, { ortsteil: code }) }),
            }))}
          />
          {table('district', overview.byDistrict)}
        </Section>
      ) : null}
    </>
  )
}

const field = { category: 'art', district: 'ortsteil', unit: 'amt' } as const

const Totals = ({ shown: { overview } }: { shown: Shown }) => {
  const { total } = overview
  const promised = total.promisesKept + total.promisesBroken
  return (
    <Section title={t('figures.totals')}>
      <Stats>
        <Stat label={t('figures.received')} value={total.received} note={t('figures.duplicates', { count: total.duplicates })} />
        <Stat label={t('figures.open')} value={total.open} note={t('figures.open.note')} />
        <Stat label={t('figures.done')} value={total.done} tone="success" note={t('figures.ended.note', { count: total.ended })} />
        <Stat label={t('figures.daysHalf')} value={daysWords(total.daysHalf)} note={t('figures.daysHalf.note')} />
        <Stat label={t('figures.daysNineInTen')} value={daysWords(total.daysNineInTen)} note={t('figures.daysNineInTen.note')} />
        <Stat
          label={t('figures.promises')}
          value={percentWords(total.promisesKeptPercent)}
          note={t('figures.promises.note', { kept: total.promisesKept, all: promised })}
        />
        <Stat
          label={t('figures.objected')}
          value={percentWords(total.objectedPercent)}
          note={partOf('figures.objected.note', total.objected, total.repaired)}
        />
        <Stat
          label={t('figures.reopened')}
          value={percentWords(total.reopenedPercent)}
          note={partOf('figures.reopened.note', total.reopened, total.repaired)}
        />
      </Stats>
    </Section>
  )
}

/** What came and what was done, month by month, those without anything too. */
const Course = ({ shown: { overview, first, thisMonth } }: { shown: Shown }) => {
  const rows = new Map(overview.byMonth.map((row) => [row.code, row]))
  const begin =
    [overview.period.from, first]
      .filter((month): month is string => Boolean(month))
      .sort()
      .at(-1) ?? thisMonth
  const end = [overview.period.to ?? thisMonth, thisMonth].sort()[0]!
  const months = monthsBetween(begin, end)
  const locale = currentLocale()
  const line = (name: 'received' | 'done' | 'ended') => ({
    label: t(`figures.${name}`),
    values: months.map((month) => rows.get(month)?.[name] ?? 0),
  })
  return (
    <LineChart
      title={t('figures.course')}
      unit={t('figures.unit.reports')}
      labels={months.map((month) => monthWords(locale, month))}
      lines={[line('received'), line('done'), line('ended')]}
    />
  )
}

const Ends = ({ shown: { overview } }: { shown: Shown }) => {
  const locale = currentLocale()
  const reasons = Object.entries(overview.total.endedBy).sort(([, a], [, b]) => b - a)
  return (
    <BarChart
      title={t('figures.ends.chart')}
      unit={t('figures.unit.reports')}
      bars={[
        { label: t('figures.end.done'), value: overview.total.done },
        ...reasons.map(([reason, value]) => ({ label: endWords(locale, reason), value })),
      ]}
    />
  )
}

/** Only those with enough promises; the others stand in the table. */
const HitRates = ({ shown: { overview, names } }: { shown: Shown }) => {
  const locale = currentLocale()
  const bars = overview.byUnit.flatMap(({ code, promisesKeptPercent }) =>
    promisesKeptPercent === null ? [] : [{ label: nameOf(locale, names, 'unit', code), value: promisesKeptPercent }],
  )
  return bars.length > 0 ? <BarChart title={t('figures.promises')} unit="%" bars={bars} end={100} /> : null
}
