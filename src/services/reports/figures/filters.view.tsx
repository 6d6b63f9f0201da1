import { FilterBar, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { inWords } from '../pages/words.ts'
import { activeFilters, type FiguresQuery } from './query.ts'
import type { Shown } from './shown.ts'

/** Years that have figures, the newest first. */
const yearsOf = ({ first, thisMonth }: Shown): string[] => {
  const [from, to] = [Number((first ?? thisMonth).slice(0, 4)), Number(thisMonth.slice(0, 4))]
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, 100)) }, (_, i) => String(to - i))
}

export const FiguresFilters = ({ query, shown }: { query: FiguresQuery; shown: Shown }) => {
  const { known, overview } = shown
  const periods = ['monat', 'vormonat', ...yearsOf(shown), 'alles']
  // A month that somebody wrote into the address stands in the list, too.
  const asked = query.zeit && /^\d{4}-\d{2}$/.test(query.zeit) ? [query.zeit] : []
  return (
    <FilterBar
      action="/meldungen/zahlen"
      values={query}
      active={activeFilters(query)}
      result={t('figures.result', { count: overview.total.received })}
    >
      <Select
        name="zeit"
        label={t('reports.filter.period')}
        empty={t('figures.period.year')}
        options={[...asked, ...periods].map((value) => ({ value, label: /^\d/.test(value) ? value : t(`figures.period.${value}`) }))}
      />
      <Select
        name="art"
        label={t('reports.filter.kind')}
        empty={t('reports.filter.all')}
        options={known.groups.map((group) => ({
          group: inWords(group.name),
          options: [
            { value: `gruppe:${group.code}`, label: t('reports.filter.group', { name: inWords(group.name) }) },
            ...known.categories
              .filter(({ groupCode }) => groupCode === group.code)
              .map(({ code, name }) => ({ value: code, label: inWords(name) })),
          ],
        }))}
      />
      {known.districts.length > 0 ? (
        <Select
          name="ortsteil"
          label={t('reports.filter.district')}
          empty={t('reports.filter.town')}
          options={known.districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : null}
      {known.units.length > 0 ? (
        <Select
          name="amt"
          label={t('figures.part.unit')}
          empty={t('reports.filter.all')}
          options={known.units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : null}
    </FilterBar>
  )
}
