import { type Invitation, type InvitationInput, nameIn, type Organisation } from '#core/organisations/index.ts'
import { ButtonLink, Choice, EmptyState, Field, Form, type FormState, Refused, Sheet, Submit, Table, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { type Locale, t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'
import { GrantFields } from './person.view.tsx'

const PATH = '/verwaltung/personen'
type Shared = { organisations: readonly Organisation[]; locale: Locale }

export const InvitePage = ({ form, organisations, locale }: Shared & { form: Again<InvitationInput> }) => (
  <AdminPage
    title={t('administration.people.invite')}
    lead={t('administration.invitation.lead')}
    parents={[{ href: PATH, label: t('administration.people') }]}
  >
    <Sheet>
      <Form action={`${PATH}/einladungen`} state={form}>
        <Field name="email" type="email" label={t('administration.organisation.email')} width="medium" maxLength={320} autocomplete="off" />
        <GrantFields organisations={organisations} locale={locale} />
        <Choice
          name="locale"
          label={t('administration.invitation.language')}
          value={form.input.locale ?? 'de'}
          horizontal
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Submit icon="send">{t('administration.invitation.send')}</Submit>
      </Form>
    </Sheet>
  </AdminPage>
)

export const InvitationsPage = ({
  invitations,
  organisations,
  form,
  locale,
}: Shared & { invitations: readonly Invitation[]; form: FormState }) => {
  const names = new Map(organisations.map((each) => [each.id, nameIn(each, locale)]))
  return (
    <AdminPage
      title={t('administration.invitations')}
      lead={t('administration.invitations.lead')}
      parents={[{ href: PATH, label: t('administration.people') }]}
      actions={
        <ButtonLink href={`${PATH}/einladen`} kind="primary" icon="mail">
          {t('administration.people.invite')}
        </ButtonLink>
      }
    >
      <Refused refusal={form.refusal} />
      <Table
        caption={t('administration.invitations')}
        hideCaption
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'email', label: t('administration.organisation.email'), names: true, show: ({ email }) => email },
          { key: 'role', label: t('administration.people.role'), show: ({ role }) => t(`role.${role}`) },
          { key: 'where', label: t('administration.people.where'), show: ({ organisationId }) => names.get(organisationId) ?? '–' },
          { key: 'until', label: t('administration.invitation.until'), show: ({ expiresAt }) => <Time at={expiresAt} show="short" /> },
          {
            key: 'withdraw',
            label: t('administration.invitation.withdraw'),
            show: ({ id }) => (
              <Form action={`${PATH}/einladungen/${id}/ruecknahme`} class="inline-form">
                <Submit kind="tertiary" icon="undo" small>
                  {t('administration.invitation.withdraw')}
                </Submit>
              </Form>
            ),
          },
        ]}
        empty={<EmptyState icon="mail" title={t('administration.invitations.none')} />}
      />
    </AdminPage>
  )
}
