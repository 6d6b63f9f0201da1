import { Field, Form, type FormState, Section, Submit, Table } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import type { CategoryGroup } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { MoveButtons } from './categories.view.tsx'
import { inner } from './questions.view.tsx'

const PATH = '/verwaltung/kategorien'

export const GroupsPage = ({ groups, form, locale }: { groups: readonly CategoryGroup[]; form: FormState; locale: Locale }) => (
  <AdminPage
    title={t('administration.groups')}
    lead={t('administration.groups.lead')}
    parents={[{ href: PATH, label: t('administration.categories') }]}
  >
    <Table
      caption={t('administration.groups')}
      hideCaption
      rows={groups}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', label: t('administration.category.name'), names: true, show: ({ name }) => `${name.de} · ${name.en}` },
        { key: 'code', label: t('administration.organisation.code'), show: ({ code }) => <code>{code}</code> },
        { key: 'icon', label: t('administration.category.icon'), show: ({ icon }) => icon, minor: true },
        {
          key: 'place',
          label: t('administration.place'),
          show: ({ code, name }) => <MoveButtons action={`${PATH}/gruppen/${code}/platz`} name={name[locale]} />,
        },
        {
          key: 'remove',
          label: t('administration.group.remove'),
          show: ({ code, name }) => (
            <Form action={`${PATH}/gruppen/${code}/entfernung`} class="inline-form">
              <Submit kind="tertiary" danger icon="delete" small>
                {t('administration.group.remove')}
                <span class="kern-sr-only"> {name[locale]}</span>
              </Submit>
            </Form>
          ),
        },
      ]}
    />
    <Section title={t('administration.group.save')} lead={t('administration.group.save.lead')} sheet>
      <Form action={`${PATH}/gruppen`} state={form}>
        <Field
          name="code"
          label={t('administration.organisation.code')}
          hint={t('administration.category.code.hint')}
          width="medium"
          maxLength={60}
        />
        <Field {...inner(form, 'name', 'de')} label={t('administration.category.name.de')} width="medium" maxLength={500} />
        <Field {...inner(form, 'name', 'en')} label={t('administration.category.name.en')} width="medium" maxLength={500} />
        <Field name="icon" label={t('administration.category.icon')} width="short" maxLength={60} optional />
        <Submit>{t('administration.save')}</Submit>
      </Form>
    </Section>
  </AdminPage>
)
