import { Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type ReportState, reportProcess } from '#services/reports/index.ts'
import type { WorkList } from './list.read.ts'
import { ListFilters } from './list-parts.view.tsx'

export const Filters = ({ list }: { list: WorkList }) => (
  <ListFilters
    list={list}
    text={t('desk.filter.text')}
    first={<CategoryFilter list={list} />}
    open={Boolean(list.query.ortsteil ?? list.query.stand)}
    more={
      <>
        <Select
          name="ortsteil"
          label={t('desk.filter.district')}
          empty={t('desk.filter.anyDistrict')}
          options={list.districts.map(({ id, name }) => ({ value: id, label: name }))}
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
      </>
    }
  />
)

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
