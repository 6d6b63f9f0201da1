import {
  BarChart,
  ButtonLink,
  type Column,
  EmptyState,
  FilterBar,
  Page,
  Section,
  Select,
  StackedBar,
  Stat,
  Stats,
  Table,
} from '#design/index.ts'
import { currentLocale, hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ServiceFigures } from '#services/applications/index.ts'
import type { FiguresSheet } from './figures.read.ts'
import { type FiguresQuery, shareOf } from './figures.rules.ts'
import { PATH } from './list-query.rules.ts'

export const FIGURES = `${PATH}/zahlen`

const queryText = ({ leistung, zeit }: FiguresQuery): string =>
  new URLSearchParams({ ...(leistung ? { leistung } : {}), ...(zeit ? { zeit } : {}) }).toString()

const inWords = (name: { de: string; en: string }): string => name[currentLocale()] || name.de

/** What came and what became of it: for all services, or for one by month. */
export const FiguresPage = ({ sheet }: { sheet: FiguresSheet }) => {
  const { query, service, rows, years, services } = sheet
  return (
    <Page
      title={service ? inWords(service.name) : t('serviceFigures.title')}
      lead={t('serviceFigures.lead')}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: PATH, label: t('deskApplications.title') },
        ...(service ? [{ href: FIGURES, label: t('serviceFigures.title') }] : []),
      ]}
      actions={
        <ButtonLink href={`${FIGURES}.csv?${queryText(query)}`} icon="download" kind="tertiary" download data={{ 'data-turbo': 'false' }}>
          {t('desk.list.export')}
        </ButtonLink>
      }
    >
      <FilterBar action={FIGURES} values={query} active={[query.leistung, query.zeit].filter(Boolean).length}>
        <Select
          name="leistung"
          label={t('deskApplications.filter.service')}
          empty={t('deskApplications.filter.anyService')}
          options={services.map(({ id, name }) => ({ value: id, label: inWords(name) }))}
        />
        <Select
          name="zeit"
          label={t('serviceFigures.period')}
          empty={t('serviceFigures.lastYear')}
          options={years.map((year) => ({ value: year, label: year }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="list" title={t('serviceFigures.none')} text={t('serviceFigures.none.text')} />
      ) : (
        <>
          <Whole sheet={sheet} />
          <Section title={t(service ? 'serviceFigures.byMonth' : 'serviceFigures.byService')}>
            <Table
              caption={t(service ? 'serviceFigures.byMonth' : 'serviceFigures.byService')}
              hideCaption
              rows={rows}
              rowKey={({ serviceId, month }) => serviceId ?? month ?? ''}
              columns={columnsOf(sheet)}
            />
          </Section>
          <Channels sheet={sheet} />
        </>
      )}
      {service ? <StoppedPages sheet={sheet} /> : null}
    </Page>
  )
}

const days = (count: number | undefined): string => (count === undefined ? '–' : t('serviceFigures.days', { count }))
const percent = (part: number, whole: number): string => {
  const share = shareOf(part, whole)
  return share === undefined ? '–' : `${share} %`
}

const Whole = ({ sheet: { whole } }: { sheet: FiguresSheet }) =>
  whole ? (
    <Section title={t('serviceFigures.whole')} sheet>
      <Stats>
        <Stat label={t('serviceFigures.received')} value={whole.received} />
        <Stat label={t('serviceFigures.done')} value={whole.done} />
        <Stat label={t('serviceFigures.half')} value={days(whole.half)} note={t('serviceFigures.half.note')} />
        <Stat label={t('serviceFigures.most')} value={days(whole.most)} note={t('serviceFigures.most.note')} />
        <Stat label={t('serviceFigures.kept')} value={percent(whole.kept, whole.done)} note={t('serviceFigures.kept.note')} />
      </Stats>
    </Section>
  ) : null

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}T12:00:00Z`),
  )

const columnsOf = ({ service, services, query }: FiguresSheet): Column<ServiceFigures>[] => {
  const names = new Map(services.map(({ id, name }) => [id, inWords(name)]))
  return [
    service
      ? { key: 'month', label: t('serviceFigures.month'), names: true, show: ({ month = '' }) => monthName(month) }
      : {
          key: 'service',
          label: t('serviceFigures.service'),
          names: true,
          show: ({ serviceId = '' }) => (
            <a href={href(`${FIGURES}?${queryText({ ...query, leistung: serviceId })}`)}>
              {names.get(serviceId) ?? t('serviceFigures.gone')}
            </a>
          ),
        },
    { key: 'received', label: t('serviceFigures.received'), numeric: true, show: ({ received }) => received },
    { key: 'done', label: t('serviceFigures.done'), numeric: true, show: ({ done }) => done },
    { key: 'withdrawn', label: t('serviceFigures.withdrawn'), numeric: true, minor: true, show: ({ withdrawn }) => withdrawn },
    { key: 'ended', label: t('serviceFigures.ended'), numeric: true, minor: true, show: ({ ended }) => ended },
    { key: 'half', label: t('serviceFigures.half'), numeric: true, show: ({ half }) => days(half) },
    { key: 'most', label: t('serviceFigures.most'), numeric: true, show: ({ most }) => days(most) },
    { key: 'kept', label: t('serviceFigures.kept'), numeric: true, show: ({ kept, done }) => percent(kept, done) },
  ]
}

const Channels = ({ sheet: { channels } }: { sheet: FiguresSheet }) =>
  channels.length === 0 ? null : (
    <Section title={t('serviceFigures.channels')}>
      <StackedBar
        title={t('serviceFigures.channels')}
        unit={t('serviceFigures.received')}
        parts={channels.map(({ channel, count }) => ({
          label: hasText(`deskApplications.channel.${channel}`) ? t(`deskApplications.channel.${channel}`) : channel,
          value: count,
        }))}
      />
    </Section>
  )

/** People who began and did not send: the page they were on. */
const StoppedPages = ({ sheet: { stopped } }: { sheet: FiguresSheet }) => (
  <Section title={t('serviceFigures.stopped')} lead={t('serviceFigures.stopped.lead')}>
    {stopped.length === 0 ? (
      <p class="kern-body kern-body--muted">{t('serviceFigures.stopped.none')}</p>
    ) : (
      <BarChart
        title={t('serviceFigures.stopped.chart')}
        unit={t('serviceFigures.drafts')}
        bars={stopped.map(({ page, title, count }) => ({
          label: page === '' ? t('serviceFigures.stopped.start') : title ? inWords(title) : t('serviceFigures.stopped.gone', { page }),
          value: count,
        }))}
      />
    )}
  </Section>
)
