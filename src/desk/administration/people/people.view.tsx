import { type Membership, nameIn, type Person, type Role, roles } from '#core/organisations/index.ts'
import { ButtonLink, ButtonRow, type Column, EmptyState, Field, FilterBar, Pager, Select, Table } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

const PATH = '/verwaltung/personen'

type PeoplePageProps = {
  asked: { q: string; rolle: Role | undefined }
  people: readonly Person[]
  memberships: ReadonlyMap<string, readonly Membership[]>
  next: string | undefined
  first: boolean
  locale: Locale
}

export const PeoplePage = ({ asked, people, memberships, next, first, locale }: PeoplePageProps) => (
  <AdminPage
    title={t('administration.people')}
    lead={t('administration.people.lead')}
    actions={
      <ButtonRow>
        <ButtonLink href={`${PATH}/einladen`} kind="primary" icon="mail">
          {t('administration.people.invite')}
        </ButtonLink>
        <ButtonLink href={`${PATH}/einladungen`}>{t('administration.invitations')}</ButtonLink>
      </ButtonRow>
    }
  >
    <FilterBar action={PATH} values={asked} active={[asked.q, asked.rolle].filter(Boolean).length}>
      <Field name="q" type="search" label={t('administration.people.search')} optional />
      <Select
        name="rolle"
        label={t('administration.people.role')}
        empty={t('administration.people.anyRole')}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
    </FilterBar>
    <Table
      caption={t('administration.people')}
      hideCaption
      keys
      columns={columns(memberships, locale)}
      rows={people}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon="people"
          title={t(asked.q ? 'administration.people.noneLike' : 'administration.people.none')}
          text={asked.q ? t('administration.people.noneLike.text') : undefined}
        />
      }
    />
    <Pager next={next} previous={first ? undefined : PATH} />
  </AdminPage>
)

const columns = (memberships: PeoplePageProps['memberships'], locale: Locale): Column<Person>[] => [
  {
    key: 'name',
    label: t('administration.people.name'),
    names: true,
    show: ({ id, name }) => (
      <a class="kern-link" href={href(`${PATH}/${id}`)}>
        {name}
      </a>
    ),
  },
  {
    key: 'roles',
    label: t('administration.people.roles'),
    show: ({ id }) => <RoleLines memberships={memberships.get(id) ?? []} locale={locale} />,
  },
]

/** "Sachbearbeitung · Tiefbauamt", one line for each membership. */
export const RoleLines = ({ memberships, locale }: { memberships: readonly Membership[]; locale: Locale }) =>
  memberships.length === 0 ? (
    <span>{t('administration.people.noRole')}</span>
  ) : (
    <ul class="bare-list">
      {memberships.map(({ id, role, organisation }) => (
        <li key={id}>
          {t(`role.${role}`)} · {nameIn(organisation, locale)}
        </li>
      ))}
    </ul>
  )
