import type { LoggedEvent } from '#core/memory/index.ts'
import { type Membership, nameIn, type Opening, type Organisation, type Person, unitKinds } from '#core/organisations/index.ts'
import {
  Alert,
  Badge,
  ButtonLink,
  Columns,
  ConfirmButton,
  DefinitionList,
  EmptyState,
  Field,
  Form,
  type FormState,
  Refused,
  Section,
  Submit,
  Table,
} from '#design/index.ts'
import { blank } from '#platform/http/route.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'
import { History } from '../history.view.tsx'
import { HoursSection } from './hours.view.tsx'

const PATH = '/verwaltung/organisationen'

export const OrganisationFields = () => (
  <>
    <Field name="name" label={t('administration.organisation.name')} maxLength={200} />
    <Field name="nameEn" label={t('administration.organisation.nameEn')} maxLength={200} optional />
    <Field
      name="description"
      label={t('administration.organisation.description')}
      hint={t('administration.organisation.description.hint')}
      rows={2}
      maxLength={1000}
      optional
    />
    <Field name="email" type="email" label={t('administration.organisation.email')} width="medium" maxLength={320} optional />
    <Field
      name="address"
      label={t('administration.organisation.address')}
      hint={t('administration.organisation.address.hint')}
      rows={2}
      maxLength={300}
      optional
    />
    <Field name="phone" type="tel" label={t('administration.organisation.phone')} width="medium" maxLength={40} optional />
  </>
)

type OrganisationPageProps = {
  organisation: Organisation
  parent: Organisation | undefined
  people: readonly Person[]
  roles: ReadonlyMap<string, readonly Membership[]>
  events: readonly LoggedEvent[]
  names: ReadonlyMap<string, string>
  form: FormState
  /** Which of the forms was sent and came back. */
  sent: 'facts' | 'hours' | 'exception'
  opening: Opening
  today: string
  locale: Locale
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { organisation, parent, people, roles, events, names, sent, locale } = props
  const form = sent === 'facts' ? props.form : blank
  const { id, kind, closedAt } = organisation
  const edited = Object.keys(form.input).length > 0 || Object.keys(form.errors).length > 0
  const state = edited ? form : { input: { ...organisation }, errors: {} }
  return (
    <AdminPage
      title={nameIn(organisation, locale)}
      parents={[
        { href: PATH, label: t('administration.organisations') },
        ...(parent ? [{ href: `${PATH}/${parent.id}`, label: nameIn(parent, locale) }] : []),
      ]}
      actions={closedAt ? <Badge icon="lock">{t('administration.organisation.isClosed')}</Badge> : null}
    >
      {edited ? null : <Refused refusal={form.refusal} />}
      <Columns
        side={
          <>
            <DefinitionList
              stacked
              items={[
                { term: t('administration.organisation.kind'), value: t(`organisation.kind.${kind}`) },
                { term: t('administration.organisation.code'), value: <code>{organisation.code}</code> },
              ]}
            />
            <History events={events} names={names} />
            <ClosingStep organisation={organisation} />
          </>
        }
      >
        <Section
          title={t('administration.organisation.people')}
          action={
            closedAt ? null : (
              <ButtonLink href={`/verwaltung/personen/einladen?in=${id}`} icon="mail">
                {t('administration.people.invite')}
              </ButtonLink>
            )
          }
        >
          <Members {...{ id, people, roles }} />
        </Section>
        <Section title={t('administration.organisation.facts')} sheet>
          <Form action={`${PATH}/${id}`} state={state}>
            <OrganisationFields />
            <Submit>{t('administration.save')}</Submit>
          </Form>
        </Section>
        {unitKinds.some((each) => each === kind) ? <HoursSection {...props} /> : null}
      </Columns>
    </AdminPage>
  )
}

const Members = ({ id, people, roles }: Pick<OrganisationPageProps, 'people' | 'roles'> & { id: string }) => (
  <Table
    caption={t('administration.organisation.people')}
    hideCaption
    rows={people}
    rowKey={(person) => person.id}
    columns={[
      {
        key: 'name',
        label: t('administration.people.name'),
        names: true,
        show: (person) => (
          <a class="kern-link" href={href(`/verwaltung/personen/${person.id}`)}>
            {person.name}
          </a>
        ),
      },
      {
        key: 'roles',
        label: t('administration.people.roles'),
        show: (person) =>
          (roles.get(person.id) ?? [])
            .filter(({ organisation }) => organisation.id === id)
            .map(({ role }) => t(`role.${role}`))
            .join(', '),
      },
    ]}
    empty={<EmptyState icon="people" title={t('administration.organisation.nobody')} />}
  />
)

const ClosingStep = ({ organisation: { id, kind, name, closedAt } }: { organisation: Organisation }) => {
  if (kind === 'authority') return null
  if (closedAt)
    return (
      <Alert tone="info" title={t('administration.organisation.isClosed')}>
        <Form action={`${PATH}/${id}/oeffnung`}>
          <Submit kind="secondary">{t('administration.organisation.open')}</Submit>
        </Form>
      </Alert>
    )
  return (
    <ConfirmButton
      action={`${PATH}/${id}/schliessung`}
      label={t('administration.organisation.close')}
      icon="lock"
      consequence={t('administration.organisation.close.consequence')}
      confirm={t('administration.organisation.close.confirm', { name })}
    />
  )
}
