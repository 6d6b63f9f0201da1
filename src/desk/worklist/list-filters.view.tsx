import { Field, FilterBar, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type ReportState, reportProcess } from '#services/reports/index.ts'
import type { WorkList } from './list.read.ts'
import { activeFilters } from './list-view.rules.ts'

const seldom = ['ortsteil', 'stelle', 'person', 'stand', 'von', 'bis'] as const

export const Filters = ({ list }: { list: WorkList }) => {
  const { query, tab } = list
  return (
    <FilterBar action={`/amt/meldungen?ansicht=${tab}`} values={query} active={activeFilters(query)}>
      <input type="hidden" name="ansicht" value={tab} />
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <Field name="q" type="search" label={t('desk.filter.text')} optional={false} maxLength={200} data={{ 'data-shortcut': '/' }} />
      <CategoryFilter list={list} />
      <details class="filter-more" open={seldom.some((name) => query[name])}>
        <summary>{t('desk.filter.more')}</summary>
        <div class="filter-more__fields">
          <Select
            name="ortsteil"
            label={t('desk.filter.district')}
            empty={t('desk.filter.anyDistrict')}
            options={list.districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="stelle"
            label={t('desk.filter.unit')}
            empty={t('desk.filter.anyUnit')}
            options={list.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="person"
            label={t('desk.filter.person')}
            empty={t('desk.filter.anyPerson')}
            options={list.people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="stand"
            label={t('desk.filter.state')}
            empty={t('desk.filter.anyState')}
            options={(Object.keys(reportProcess.states) as ReportState[]).map((state) => ({
              value: state,
              label: t(`report.state.${state}`),
            }))}
          />
          <Field name="von" type="date" label={t('desk.filter.from')} />
          <Field name="bis" type="date" label={t('desk.filter.until')} />
        </div>
      </details>
    </FilterBar>
  )
}

const CategoryFilter = ({ list: { groups, categories } }: { list: WorkList }) => {
  const locale = currentLocale()
  return (
    <Select
      name="art"
      label={t('desk.filter.category')}
      empty={t('desk.filter.anyCategory')}
      options={groups.map((group) => ({
        group: group.name[locale],
        options: [
          { value: `gruppe:${group.code}`, label: t('desk.filter.group', { group: group.name[locale] }) },
          ...categories.filter(({ groupCode }) => groupCode === group.code).map(({ id, name }) => ({ value: id, label: name[locale] })),
        ],
      }))}
    />
  )
}
