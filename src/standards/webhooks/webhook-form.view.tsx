import { ButtonLink, ButtonRow, Checks, Field, Form, type FormState, Page, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { webhookKinds } from './kinds.rules.ts'
import { OWN_RECEIVER, type Webhook } from './webhook.rules.ts'
import { crumbs, PATH } from './webhooks.view.tsx'

type FormProps = {
  webhook?: Webhook
  form: FormState
  /** The demo has a receiver of its own. */
  demo: boolean
}

/** To register an address, or to change one. */
export const WebhookForm = ({ webhook, form, demo }: FormProps) => (
  <Page
    title={t(webhook ? 'webhook.edit' : 'webhook.new')}
    lead={t('webhook.form.lead')}
    noindex
    breadcrumbs={crumbs(
      { href: PATH, label: t('webhook.title') },
      ...(webhook ? [{ href: `${PATH}/${webhook.id}`, label: webhook.name }] : []),
    )}
  >
    <Sheet>
      <Form action={webhook ? `${PATH}/${webhook.id}` : PATH} state={form}>
        <Field name="name" label={t('webhook.name')} hint={t('webhook.name.hint')} maxLength={100} />
        <Field
          name="url"
          label={t('webhook.url')}
          hint={demo ? t('webhook.url.hint.demo', { path: `${OWN_RECEIVER}ok` }) : t('webhook.url.hint')}
          inputMode="url"
          maxLength={2000}
          autocomplete="off"
        />
        <Checks
          name="kinds"
          label={t('webhook.kinds')}
          hint={t('webhook.kinds.hint')}
          options={webhookKinds.map((kind) => ({ value: kind, label: t(`webhook.kind.${kind}`), hint: <code>{kind}</code> }))}
        />
        {webhook ? <input type="hidden" name="version" value={webhook.version} /> : null}
        <ButtonRow>
          <Submit>{t(webhook ? 'webhook.save' : 'webhook.register')}</Submit>
          <ButtonLink href={webhook ? `${PATH}/${webhook.id}` : PATH} kind="tertiary">
            {t('design.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Sheet>
  </Page>
)
