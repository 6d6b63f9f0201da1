import type { LoggedEvent } from '#core/memory/index.ts'
import { type Membership, nameIn, type Organisation, organisationKinds, type Person, roles } from '#core/organisations/index.ts'
import {
  Alert,
  Badge,
  type Column,
  ConfirmButton,
  DefinitionList,
  EmptyState,
  Form,
  type FormState,
  Section,
  Select,
  Submit,
  Table,
  Time,
} from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'
import { History } from '../history.view.tsx'

type PersonPageProps = {
  person: Person
  memberships: readonly Membership[]
  events: readonly LoggedEvent[]
  names: ReadonlyMap<string, string>
  /** Where a role can be given; empty when the reader may not. */
  organisations: readonly Organisation[]
  form: FormState
  locale: Locale
}

export const PersonPage = ({ person, memberships, events, names, organisations, form, locale }: PersonPageProps) => (
  <AdminPage
    title={person.anonymised ? t('administration.people.gone') : person.name}
    parents={[{ href: '/verwaltung/personen', label: t('administration.people') }]}
  >
    <Alert tone="info" title={t('administration.people.logged')}>
      <p>{t('administration.people.logged.text')}</p>
    </Alert>
    <Section title={t('administration.organisation.facts')}>
      <DefinitionList
        items={[
          { term: t('administration.organisation.email'), value: person.email },
          { term: t('administration.organisation.phone'), value: person.phone },
          { term: t('administration.people.account'), value: t(person.account ? 'administration.yes' : 'administration.no') },
          { term: t('administration.people.since'), value: <Time at={person.createdAt} show="day" /> },
        ]}
      />
    </Section>
    <Section title={t('administration.people.roles')}>
      <Table
        caption={t('administration.people.roles')}
        hideCaption
        columns={columns(organisations.length > 0, locale)}
        rows={memberships}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="key" title={t('administration.people.noRole')} />}
      />
    </Section>
    {organisations.length > 0 && !person.anonymised ? (
      <Section title={t('administration.people.grant')} lead={t('administration.people.grant.lead')} sheet>
        <Form action={`/verwaltung/personen/${person.id}/rollen`} state={form}>
          <GrantFields organisations={organisations} locale={locale} />
          <Submit icon="add">{t('administration.people.grant')}</Submit>
        </Form>
      </Section>
    ) : null}
    <History events={events} names={names} />
  </AdminPage>
)

/** Organisation and role; which go together is checked when it is sent, and said in the hint. */
export const GrantFields = ({ organisations, locale }: { organisations: readonly Organisation[]; locale: Locale }) => (
  <>
    <Select
      name="organisationId"
      label={t('administration.people.where')}
      empty={t('administration.choose')}
      options={organisationKinds
        .map((kind) => ({
          group: t(`organisation.kind.${kind}`),
          options: organisations.filter((each) => each.kind === kind).map((each) => ({ value: each.id, label: nameIn(each, locale) })),
        }))
        .filter(({ options }) => options.length > 0)}
    />
    <Select
      name="role"
      label={t('administration.people.role')}
      hint={t('administration.people.role.hint')}
      empty={t('administration.choose')}
      options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  </>
)

const columns = (mayEnd: boolean, locale: Locale): Column<Membership>[] => [
  { key: 'role', label: t('administration.people.role'), names: true, show: ({ role }) => t(`role.${role}`) },
  { key: 'where', label: t('administration.people.where'), show: ({ organisation }) => nameIn(organisation, locale) },
  { key: 'since', label: t('administration.people.from'), show: ({ since }) => <Time at={since} show="short" /> },
  {
    key: 'until',
    label: t('administration.people.until'),
    show: ({ until, organisation }) =>
      until ? (
        <Time at={until} show="short" />
      ) : organisation.closed ? (
        <Badge icon="lock">{t('administration.organisation.isClosed')}</Badge>
      ) : (
        <Badge tone="success" icon="check">
          {t('administration.people.running')}
        </Badge>
      ),
  },
  {
    key: 'end',
    label: t('administration.people.end'),
    show: ({ id, role, until, organisation }) =>
      until || !mayEnd ? null : (
        <ConfirmButton
          action={`/verwaltung/rollen/${id}/ende`}
          label={t('administration.people.end')}
          icon="close"
          consequence={t('administration.people.end.consequence')}
          confirm={t('administration.people.end.confirm', { role: t(`role.${role}`), organisation: nameIn(organisation, locale) })}
        />
      ),
  },
]
