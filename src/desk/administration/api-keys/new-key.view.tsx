import type { NewApiKey } from '#core/api-keys/index.ts'
import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Checks, Field, Form, Select, Sheet, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import type { Scope } from '#platform/module.ts'
import { hasText, type Locale, t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'
import { API_KEYS_PATH } from './api-keys.view.tsx'

type NewApiKeyPageProps = { form: Again<NewApiKey>; scopes: readonly Scope[]; units: readonly Organisation[]; locale: Locale }

export const NewApiKeyPage = ({ form, scopes, units, locale }: NewApiKeyPageProps) => (
  <AdminPage
    title={t('administration.apiKeys.new')}
    lead={t('administration.apiKeys.new.lead')}
    parents={[{ href: API_KEYS_PATH, label: t('administration.apiKeys') }]}
  >
    <Sheet>
      <Form action={API_KEYS_PATH} state={form}>
        <Field
          name="name"
          label={t('administration.apiKeys.name')}
          hint={t('administration.apiKeys.name.hint')}
          maxLength={100}
          autocomplete="off"
        />
        <Checks
          name="scopes"
          label={t('administration.apiKeys.scopes')}
          options={scopes.map(({ scope, text }) => ({
            value: scope,
            label: t(text),
            ...(hasText(`${text}.hint`) ? { hint: t(`${text}.hint`) } : {}),
          }))}
        />
        <Select
          name="unitId"
          label={t('administration.apiKeys.unit')}
          hint={t('administration.apiKeys.unit.hint')}
          empty={t('administration.apiKeys.unit.none')}
          options={units.map((unit) => ({ value: unit.id, label: nameIn(unit, locale) }))}
          optional
        />
        <Field
          name="expiresOn"
          type="date"
          label={t('administration.apiKeys.expiresOn')}
          hint={t('administration.apiKeys.expiresOn.hint')}
          width="short"
          optional
        />
        <Submit icon="add">{t('administration.apiKeys.issue')}</Submit>
      </Form>
    </Sheet>
  </AdminPage>
)
