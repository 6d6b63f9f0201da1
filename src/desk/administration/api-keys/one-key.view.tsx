import { type ApiKey, stateOf } from '#core/api-keys/index.ts'
import type { LoggedEvent } from '#core/memory/index.ts'
import {
  Alert,
  ConfirmButton,
  CopyField,
  DefinitionList,
  Field,
  Form,
  type FormState,
  Refused,
  Section,
  Submit,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'
import { History } from '../history.view.tsx'
import { API_KEYS_PATH, KeyStateBadge, scopeName } from './api-keys.view.tsx'

type ApiKeyPageProps = {
  it: ApiKey
  /** The key itself, right after it was made. */
  shown: string | undefined
  unitName: string | undefined
  events: readonly LoggedEvent[]
  names: ReadonlyMap<string, string>
  form: FormState
  now: Date
}

export const ApiKeyPage = ({ it, shown, unitName, events, names, form, now }: ApiKeyPageProps) => (
  <AdminPage title={it.name} parents={[{ href: API_KEYS_PATH, label: t('administration.apiKeys') }]}>
    {shown ? (
      <Alert tone="success" title={t('administration.apiKeys.made')}>
        <p>{t('administration.apiKeys.made.text')}</p>
        <CopyField label={t('administration.apiKeys.key')} value={shown} name="key" />
      </Alert>
    ) : null}
    <Refused refusal={form.refusal} />
    <Section title={t('administration.apiKeys.facts')}>
      <DefinitionList
        items={[
          { term: t('administration.apiKeys.state'), value: <KeyStateBadge state={stateOf(it, now)} /> },
          { term: t('administration.apiKeys.beginning'), value: `${it.beginning} …` },
          { term: t('administration.apiKeys.scopes'), value: it.scopes.map(scopeName).join(', ') },
          { term: t('administration.apiKeys.unit'), value: unitName },
          { term: t('administration.apiKeys.madeAt'), value: <Time at={it.createdAt} show="day" /> },
          {
            term: t('administration.apiKeys.lastUse'),
            value: it.lastUsedAt ? <Time at={it.lastUsedAt} /> : t('administration.apiKeys.neverUsed'),
          },
          {
            term: t('administration.apiKeys.until'),
            value: it.expiresAt ? <Time at={it.expiresAt} show="day" /> : t('administration.apiKeys.forever'),
          },
          { term: t('administration.apiKeys.revokedAt'), value: it.revokedAt ? <Time at={it.revokedAt} /> : undefined },
        ]}
      />
    </Section>
    {it.revokedAt ? null : (
      <Section title={t('administration.apiKeys.change')} sheet>
        <Form action={`${API_KEYS_PATH}/${it.id}/name`} state={{ ...form, input: { name: it.name, ...form.input } }}>
          <Field name="name" label={t('administration.apiKeys.name')} maxLength={100} autocomplete="off" />
          <Submit kind="secondary">{t('administration.apiKeys.rename')}</Submit>
        </Form>
        <ConfirmButton
          action={`${API_KEYS_PATH}/${it.id}/widerruf`}
          label={t('administration.apiKeys.revoke')}
          consequence={t('administration.apiKeys.revoke.consequence', { name: it.name })}
          confirm={t('administration.apiKeys.revoke.confirm')}
        />
      </Section>
    )}
    <History events={events} names={names} />
  </AdminPage>
)
