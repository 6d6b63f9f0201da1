import { PlaceMap } from '#core/places/index.ts'
import { ButtonLink, CardList, Doors, EmptyState, Page, SearchField, Section, Stat, Stats } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type MonthFigures, type ReportCard, ReportCardView, SettledCardView } from '#services/reports/index.ts'

type Props = {
  town: string /** The newest that are open, for the map. */
  open: readonly ReportCard[]
  newest: readonly ReportCard[]
  settled: readonly ReportCard[]
  /** Undefined as long as they were never made. */
  figures: MonthFigures | undefined
}

/** The first page: what one can do here, and what is happening in town. */
export const WelcomePage = ({ town, open, newest, settled, figures }: Props) => (
  <Page title={town} ownTitle description={t('welcome.description', { town })}>
    <div class="welcome">
      <h1 class="welcome__title">{t('welcome.title', { town })}</h1>
      <p class="welcome__lead">{t('welcome.lead')}</p>
      <div class="welcome__search">
        <SearchField id="welcome-search" placeholder={t('welcome.search')} />
      </div>
    </div>
    <Doors
      label={t('welcome.doors')}
      doors={[
        { href: '/meldungen/neu', icon: 'camera', title: t('welcome.door.report'), text: t('welcome.door.report.text') },
        { href: '/dienste', icon: 'checklist', title: t('welcome.door.services'), text: t('welcome.door.services.text') },
        { href: '/meldungen', icon: 'map', title: t('welcome.door.list'), text: t('welcome.door.list.text') },
        { href: '/status', icon: 'search', title: t('welcome.door.status'), text: t('welcome.door.status.text') },
      ]}
    />
    <Section title={t('welcome.map')} action={<a href={href('/meldungen?stand=offen')}>{t('welcome.map.all')}</a>}>
      <PlaceMap
        places={open.flatMap(({ lat, lon, title }) => (lat === undefined || lon === undefined ? [] : [{ lat, lon, label: title }]))}
        label={t('welcome.map.label', { town })}
        source="/meldungen.geojson?stand=offen"
      />
    </Section>
    {figures ? <Month figures={figures} /> : null}
    <Section title={t('welcome.newest')} action={<a href={href('/meldungen')}>{t('welcome.newest.all')}</a>}>
      {newest.length > 0 ? (
        <CardList label={t('welcome.newest')}>
          {newest.map((report) => (
            <ReportCardView key={report.id} report={report} />
          ))}
        </CardList>
      ) : (
        <EmptyState icon="flag" title={t('welcome.none')} text={t('welcome.none.text')}>
          <ButtonLink href="/meldungen/neu" kind="primary">
            {t('welcome.door.report')}
          </ButtonLink>
        </EmptyState>
      )}
    </Section>
    {settled.length > 0 ? (
      <Section
        title={t('welcome.settled')}
        lead={t('welcome.settled.lead')}
        action={<a href={href('/meldungen?stand=erledigt')}>{t('welcome.settled.all')}</a>}
      >
        <CardList label={t('welcome.settled')}>
          {settled.map((report) => (
            <SettledCardView key={report.id} report={report} />
          ))}
        </CardList>
      </Section>
    ) : null}
  </Page>
)

const Month = ({ figures }: { figures: MonthFigures }) => (
  <Section title={t('welcome.month')} action={<a href={href('/meldungen/zahlen')}>{t('figures.link.long')}</a>}>
    <div class="welcome-figures">
      <Stats>
        <Stat label={t('welcome.received')} value={figures.received} href="/meldungen?zeit=monat" />
        <Stat label={t('welcome.done')} value={figures.done} tone="success" href="/meldungen?stand=erledigt" />
        {figures.daysHalf === null ? null : (
          <Stat label={t('welcome.days')} value={t('welcome.days.value', { days: figures.daysHalf })} note={t('welcome.days.note')} />
        )}
        <Stat label={t('welcome.open')} value={figures.open} href="/meldungen?stand=offen" />
      </Stats>
    </div>
  </Section>
)
