import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Badge, ButtonLink, EmptyState, Page, Pager, SearchField, Table, Tabs, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type DeskLine, type DeskState, missingEnglish } from '#services/catalogue/index.ts'
import { ServiceState } from './frame.view.tsx'
import { SERVICES_PATH as PATH, servicePath } from './paths.ts'

type ServicesDeskPageProps = {
  lines: readonly DeskLine[]
  names: ReadonlyMap<string, string>
  units: readonly Organisation[]
  q: string | undefined
  stand: DeskState | undefined
  next: string | undefined
  first: boolean
}

const states: readonly DeskState[] = ['public', 'draft', 'changed', 'english']

export const ServicesDeskPage = ({ lines, names, units, q, stand, next, first }: ServicesDeskPageProps) => (
  <Page
    title={t('services.title')}
    lead={t('services.lead')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }]}
    actions={
      <>
        <ButtonLink href={`${PATH}/lebenslagen`}>{t('services.situations')}</ButtonLink>
        <ButtonLink href={`${PATH}/neu`} kind="primary" icon="add">
          {t('services.new')}
        </ButtonLink>
      </>
    }
  >
    <div class="service-search">
      <SearchField action={PATH} id="desk-service-search" value={q} label={t('services.search')} placeholder={t('services.search')} />
    </div>
    {q ? null : (
      <Tabs
        label={t('services.filter')}
        items={[
          { href: PATH, label: t('services.filter.all'), current: !stand },
          ...states.map((state) => ({ href: `${PATH}?stand=${state}`, label: t(`services.filter.${state}`), current: state === stand })),
        ]}
      />
    )}
    <Table
      caption={q ? t('services.found', { count: lines.length, words: q }) : t('services.title')}
      hideCaption={!q}
      rows={lines}
      rowKey={({ id }) => id}
      keys
      empty={
        <EmptyState
          icon="building"
          title={q ? t('services.found', { count: 0, words: q }) : t('services.none')}
          text={q ? t('services.found.none') : t('services.none.text')}
        >
          {q ? <ButtonLink href={PATH}>{t('services.all')}</ButtonLink> : null}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          label: t('services.name'),
          names: true,
          show: ({ id, name }) => (
            <a class="kern-link" href={href(servicePath(id))}>
              {name}
            </a>
          ),
        },
        { key: 'state', label: t('services.state'), show: (line) => <ServiceState service={line} standing={line} /> },
        { key: 'english', label: t('services.english'), show: ({ draft }) => <English missing={missingEnglish(draft).length} /> },
        {
          key: 'unit',
          label: t('services.unit'),
          minor: true,
          show: ({ draft }) => {
            const unit = units.find(({ id }) => id === draft.unitId)
            return unit ? nameIn(unit, currentLocale()) : '–'
          },
        },
        {
          key: 'changed',
          label: t('services.changed'),
          show: ({ changedAt, changedBy }) => (
            <>
              <Time at={changedAt} />
              {names.get(changedBy ?? '') ? `, ${names.get(changedBy ?? '')}` : ''}
            </>
          ),
        },
      ]}
    />
    <Pager next={next} previous={first ? undefined : `${PATH}${stand ? `?stand=${stand}` : ''}`} />
  </Page>
)

const English = ({ missing }: { missing: number }) =>
  missing === 0 ? (
    <Badge tone="success" icon="check">
      {t('services.english.complete')}
    </Badge>
  ) : (
    <Badge tone="warning" icon="warning">
      {t('services.english.missing', { count: missing })}
    </Badge>
  )
