import { Card, CardList, Page, Stat, Stats } from '#design/index.ts'
import type { NavLink } from '#platform/navigation.ts'
import { t } from '#platform/text.ts'

type OverviewPageProps = { doors: readonly NavLink[]; figures: readonly { text: string; value: number }[] }

/** One sentence on what is behind a door, where the administration knows it. */
const about: Readonly<Record<string, string>> = {
  '/verwaltung/organisationen': 'administration.organisations.about',
  '/verwaltung/personen': 'administration.people.about',
  '/verwaltung/rechte': 'administration.rights.about',
  '/verwaltung/verzeichnis': 'administration.staff.about',
  '/verwaltung/kategorien': 'administration.categories.about',
  '/verwaltung/dienste': 'services.about',
  '/verwaltung/zustaendigkeit': 'administration.routing.about',
  '/verwaltung/ortsteile': 'administration.districts.about',
  '/verwaltung/stadt': 'administration.town.about',
  '/verwaltung/seiten': 'administration.pages.about',
  '/verwaltung/protokoll': 'administration.log.door',
  '/verwaltung/staedte': 'administration.towns.about',
  '/verwaltung/betrieb': 'administration.operations.about',
}

export const OverviewPage = ({ doors, figures }: OverviewPageProps) => (
  <Page title={t('administration.title')} lead={t('administration.lead')} width="wide" noindex>
    {figures.length > 0 ? (
      <Stats>
        {figures.map(({ text, value }) => (
          <Stat key={text} label={t(text)} value={value} />
        ))}
      </Stats>
    ) : null}
    <CardList>
      {doors.map(({ href, label }) => (
        <Card key={href} href={href} title={label} level={2}>
          {about[href] ? <p>{t(about[href])}</p> : null}
        </Card>
      ))}
    </CardList>
  </Page>
)
