import { type NewOrganisation, nameIn, type Organisation, type OrganisationKind } from '#core/organisations/index.ts'
import { Form, Select, Sheet, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { type Locale, t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'
import { OrganisationFields } from './organisation.view.tsx'

type NewOrganisationPageProps = { form: Again<NewOrganisation>; kind: OrganisationKind; parents: readonly Organisation[]; locale: Locale }

export const NewOrganisationPage = ({ form, kind, parents, locale }: NewOrganisationPageProps) => (
  <AdminPage
    title={t(`administration.organisation.new.${kind}`)}
    parents={[{ href: '/verwaltung/organisationen', label: t('administration.organisations') }]}
  >
    <Sheet>
      <Form action="/verwaltung/organisationen" state={form}>
        <input type="hidden" name="kind" value={kind} />
        {parents.length > 0 ? (
          <Select
            name="parentId"
            label={t('administration.organisation.parent')}
            options={parents.map((parent) => ({ value: parent.id, label: nameIn(parent, locale) }))}
          />
        ) : null}
        <OrganisationFields />
        <Submit>{t(`administration.organisation.new.${kind}`)}</Submit>
      </Form>
    </Sheet>
  </AdminPage>
)
