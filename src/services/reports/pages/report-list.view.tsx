import { type District, onMap, PlaceMap } from '#core/places/index.ts'
import { ButtonLink, CardList, EmptyState, Field, FilterBar, Icon, Page, Pager, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Count, PageOf } from '../../cases/index.ts'
import type { Category, CategoryGroup } from '../category.rules.ts'
import type { ReportCard } from '../report.view.rules.ts'
import { activeFilters, type ListQuery, listAddress, periods, stageFilters } from './list-query.ts'
import { ReportCardView } from './report-card.view.tsx'
import { inWords } from './words.ts'

type Props = {
  query: ListQuery
  list: PageOf<ReportCard>
  count: Count
  categories: readonly Category[]
  groups: readonly CategoryGroup[]
  districts: readonly District[]
}

export const ReportListPage = ({ query, list, count, ...known }: Props) => (
  <Page
    title={t('reports.title')}
    lead={t('reports.lead')}
    description={t('reports.lead')}
    head={
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t('reports.title')}
        href={href(listAddress('/meldungen.atom', query, { sort: undefined }))}
      />
    }
    breadcrumbs={[{ href: '/', label: t('reports.home') }]}
    actions={
      <>
        <ButtonLink href="/meldungen/neu" kind="primary" icon="camera">
          {t('reports.new')}
        </ButtonLink>
        <ButtonLink href="/meldungen/abo" kind="tertiary" icon="bell">
          {t('subscription.offer')}
        </ButtonLink>
        <ButtonLink href="/meldungen/zahlen" kind="tertiary" icon="chart">
          {t('figures.link')}
        </ButtonLink>
      </>
    }
  >
    <Filters query={query} count={count} {...known} />
    {list.items.length > 0 ? (
      <>
        <PlaceMap
          places={placesOf(list.items)}
          label={t('reports.map')}
          source={listAddress('/meldungen.geojson', { ...query, sort: undefined })}
        >
          <CardList keys size="small" label={t('reports.list')}>
            {list.items.map((report) => (
              <div key={report.id} class="on-map" {...onMap(report.number)}>
                <ReportCardView report={report} level={2} />
              </div>
            ))}
          </CardList>
        </PlaceMap>
        <Pager
          previous={list.previous && listAddress('/meldungen', query, { vor: list.previous })}
          next={list.next && listAddress('/meldungen', query, { nach: list.next })}
        />
      </>
    ) : (
      <Nothing filtered={activeFilters(query) > 0} />
    )}
  </Page>
)

/** Points for the still map and for the time until the map with script is there. */
export const placesOf = (reports: readonly ReportCard[]) =>
  reports.flatMap(({ lat, lon, title }) => (lat === undefined || lon === undefined ? [] : [{ lat, lon, label: title }]))

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState icon="search" title={t('reports.none.filtered')} text={t('reports.none.filtered.text')}>
      <ButtonLink href="/meldungen">{t('reports.none.all')}</ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState icon="flag" title={t('reports.none')} text={t('reports.none.text')}>
      <ButtonLink href="/meldungen/neu" kind="primary">
        {t('reports.new')}
      </ButtonLink>
    </EmptyState>
  )

const Filters = ({ query, count, categories, groups, districts }: Omit<Props, 'list'>) => (
  <FilterBar
    action="/meldungen"
    values={query}
    active={activeFilters(query)}
    result={t(count.more ? 'reports.count.more' : 'reports.count', { count: count.count })}
  >
    <Field
      name="q"
      type="search"
      label={t('reports.filter.text')}
      placeholder={t('reports.filter.text.example')}
      optional
      maxLength={100}
    />
    <Select
      name="stand"
      label={t('reports.filter.stage')}
      empty={t('reports.filter.all')}
      options={[...stageFilters.keys()].map((value) => ({ value, label: t(`reports.stage.${value}`) }))}
    />
    <Select
      name="art"
      label={t('reports.filter.kind')}
      empty={t('reports.filter.all')}
      options={groups.map((group) => ({
        group: inWords(group.name),
        options: [
          { value: `gruppe:${group.code}`, label: t('reports.filter.group', { name: inWords(group.name) }) },
          ...categories
            .filter(({ groupCode }) => groupCode === group.code)
            .map(({ code, name }) => ({ value: code, label: inWords(name) })),
        ],
      }))}
    />
    <details class="more-filters" open={Boolean(query.ortsteil || query.zeit || query.sort)}>
      <summary>
        <Icon name="filter" size="small" /> {t('reports.filter.more')}
      </summary>
      <div class="more-filters__fields">
        {districts.length > 0 ? (
          <Select
            name="ortsteil"
            label={t('reports.filter.district')}
            empty={t('reports.filter.town')}
            options={districts.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : null}
        <Select
          name="zeit"
          label={t('reports.filter.period')}
          empty={t('reports.filter.ever')}
          options={[...periods.keys()].map((value) => ({ value, label: t(`reports.period.${value}`) }))}
        />
        <Select
          name="sort"
          label={t('reports.sort')}
          options={[
            { value: 'neu', label: t('reports.sort.new') },
            { value: 'alt', label: t('reports.sort.old') },
          ]}
        />
      </div>
    </details>
  </FilterBar>
)
