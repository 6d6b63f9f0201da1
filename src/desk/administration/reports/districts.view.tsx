import type { District } from '#core/places/index.ts'
import { EmptyState, Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'

export const DistrictsPage = ({ districts }: { districts: readonly District[] }) => (
  <AdminPage title={t('administration.districts')} lead={t('administration.districts.lead')}>
    <Table
      caption={t('administration.districts')}
      hideCaption
      rows={districts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: t('administration.district'), names: true, show: ({ name }) => name },
        { key: 'code', label: t('administration.organisation.code'), show: ({ code }) => <code>{code}</code> },
        { key: 'postcode', label: t('administration.district.postcode'), show: ({ postcode }) => postcode ?? '–' },
        {
          key: 'population',
          label: t('administration.district.population'),
          numeric: true,
          show: ({ population }) => (population === undefined ? '–' : new Intl.NumberFormat(currentLocale()).format(population)),
        },
      ]}
      empty={<EmptyState icon="map" title={t('administration.districts.none')} text={t('administration.districts.none.text')} />}
    />
  </AdminPage>
)
