import { Card, CardList, EmptyState, Icon, Page, Section } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { OpeningHours, type OpeningShown } from './opening.view.tsx'
import { nameIn, type Organisation } from './organisation.rules.ts'

type Some = { locale: Locale }

/** Who does what in the town hall, for everybody. */
type TownHallProps = Some & { units: readonly Organisation[]; hours: ReadonlyMap<string, OpeningShown> }

export const TownHallPage = ({ units, hours, locale }: TownHallProps) => {
  const authority = units.find(({ kind }) => kind === 'authority')
  const departments = units.filter(({ kind }) => kind === 'department')
  return (
    <Page
      title={authority ? nameIn(authority, locale) : t('organisations.townHall')}
      lead={t('organisations.townHall.lead')}
      description={t('organisations.townHall.lead')}
    >
      {departments.length === 0 ? (
        <EmptyState icon="building" title={t('organisations.townHall.none')} />
      ) : (
        <CardList>
          {departments.map((department) => (
            <Card key={department.id} id={department.id} title={nameIn(department, locale)} level={2} footer={<Reach of={department} />}>
              {department.description ? <p>{department.description}</p> : null}
              <Teams of={department} units={units} locale={locale} />
              <Address of={department} />
              <Hours hours={hours.get(department.id)} />
            </Card>
          ))}
        </CardList>
      )}
    </Page>
  )
}

const Teams = ({ of, units, locale }: Some & { of: Organisation; units: readonly Organisation[] }) => {
  const teams = units.filter(({ parentId }) => parentId === of.id)
  return teams.length === 0 ? null : (
    <ul class="plain-list" aria-label={t('organisations.teams')}>
      {teams.map((team) => (
        <li key={team.id} id={team.id}>
          {nameIn(team, locale)}
        </li>
      ))}
    </ul>
  )
}

const Hours = ({ hours }: { hours: OpeningShown | undefined }) => (hours ? <OpeningHours {...hours} folded /> : null)

/** Lines as on an envelope. */
export const Address = ({ of: { address } }: { of: Pick<Organisation, 'address'> }) =>
  address ? (
    <p class="unit-address">
      <Icon name="pin" size="small" />
      <span>{address}</span>
    </p>
  ) : null

export const Reach = ({ of: { email, phone } }: { of: Pick<Organisation, 'email' | 'phone'> }) => (
  <>
    {phone ? (
      <a class="reach" href={href(`tel:${phone.replaceAll(' ', '')}`)}>
        <Icon name="phone" size="small" /> {phone}
      </a>
    ) : null}
    {email ? (
      <a class="reach" href={href(`mailto:${email}`)}>
        <Icon name="mail" size="small" /> {email}
      </a>
    ) : null}
  </>
)

export const DirectoryPage = ({ all, locale }: Some & { all: readonly Organisation[] }) => (
  <Page title={t('organisations.directory')} lead={t('organisations.directory.lead')} description={t('organisations.directory.lead')}>
    {(['club', 'business'] as const).map((kind) => {
      const some = all.filter((each) => each.kind === kind)
      return (
        <Section key={kind} title={t(`organisations.directory.${kind}`)}>
          {some.length === 0 ? (
            <EmptyState icon="people" title={t('organisations.directory.none')} />
          ) : (
            <CardList>
              {some.map((each) => (
                <Card key={each.id} id={each.id} title={nameIn(each, locale)} footer={<Reach of={each} />}>
                  {each.description ? <p>{each.description}</p> : null}
                </Card>
              ))}
            </CardList>
          )}
        </Section>
      )
    })}
  </Page>
)
