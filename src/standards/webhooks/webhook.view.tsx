import { Live } from '#core/notifications/index.ts'
import {
  Alert,
  ButtonLink,
  Checkbox,
  ConfirmButton,
  CopyField,
  DefinitionList,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Stat,
  Stats,
  Submit,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { Deliveries, type DeliveriesProps } from './deliveries.view.tsx'
import { COUNT_CAP, type DeliveryState, deliveryStates, type Webhook } from './webhook.rules.ts'
import { crumbs, PATH, StateBadge } from './webhooks.view.tsx'

type WebhookPageProps = Omit<DeliveriesProps, 'id'> & {
  webhook: Webhook
  now: Date
  /** Just made: shown on this page and never again. */
  secret: string | undefined
  counts: Record<DeliveryState, number>
  replay: FormState
}

export const WebhookPage = ({ webhook, now, secret, counts, replay, ...list }: WebhookPageProps) => (
  <Page
    title={webhook.name}
    width="wide"
    noindex
    breadcrumbs={crumbs({ href: PATH, label: t('webhook.title') })}
    actions={
      <ButtonLink href={`${PATH}/${webhook.id}/aendern`} icon="edit">
        {t('webhook.edit')}
      </ButtonLink>
    }
  >
    <Live topics={[`webhook:${webhook.id}`]} />
    {secret ? <Secret secret={secret} /> : null}
    {'from' in replay.errors || 'until' in replay.errors || replay.refusal?.field ? null : <Refused refusal={replay.refusal} />}
    <Trouble webhook={webhook} />
    <Facts webhook={webhook} now={now} />
    <Steps webhook={webhook} />
    <Stats>
      {deliveryStates.map((state) => (
        <Stat
          key={state}
          label={t(`webhook.delivery.${state}`)}
          value={counts[state] === COUNT_CAP ? t('webhook.atLeast', { count: COUNT_CAP }) : counts[state]}
          {...(state === 'failed' && counts.failed > 0 ? { tone: 'danger' as const } : {})}
        />
      ))}
    </Stats>
    <Deliveries id={webhook.id} {...list} />
    <Replay id={webhook.id} form={replay} />
    <Section title={t('webhook.secret')} lead={t('webhook.secret.lead')} sheet>
      <ConfirmButton
        action={`${PATH}/${webhook.id}/geheimnis`}
        label={t('webhook.renew')}
        icon="key"
        consequence={t('webhook.renew.consequence')}
        confirm={t('webhook.renew.confirm')}
      />
    </Section>
    <Section title={t('webhook.remove')} sheet>
      <ConfirmButton
        action={`${PATH}/${webhook.id}/entfernen`}
        label={t('webhook.remove.open')}
        consequence={t('webhook.remove.consequence')}
        confirm={t('webhook.remove.confirm', { name: webhook.name })}
      />
    </Section>
  </Page>
)

const Secret = ({ secret }: { secret: string }) => (
  <Alert tone="success" title={t('webhook.secret.new')}>
    <p>{t('webhook.secret.once')}</p>
    <CopyField name="secret" label={t('webhook.secret')} value={secret} />
  </Alert>
)

function Trouble({ webhook: { state, offReason, failingSince } }: { webhook: Webhook }) {
  if (state === 'off')
    return (
      <Alert tone="danger" title={t('webhook.state.off')}>
        <p>{t(`webhook.off.${offReason ?? 'failing'}`)}</p>
      </Alert>
    )
  return failingSince ? (
    <Alert tone="warning" title={t('webhook.state.failing')}>
      <p>
        {t('webhook.failing.since')} <Time at={failingSince} />
      </p>
    </Alert>
  ) : null
}

const Facts = ({ webhook, now }: { webhook: Webhook; now: Date }) => (
  <div class="sheet webhook-facts">
    <DefinitionList
      items={[
        { term: t('webhook.state'), value: <StateBadge webhook={webhook} /> },
        { term: t('webhook.url'), value: <code class="webhook-url">{webhook.url}</code> },
        {
          term: t('webhook.kinds'),
          value: (
            <ul class="webhook-kinds">
              {webhook.kinds.map((kind) => (
                <li key={kind}>{t(`webhook.kind.${kind}`)}</li>
              ))}
            </ul>
          ),
        },
        { term: t('webhook.succeeded'), value: webhook.succeededAt ? <Time at={webhook.succeededAt} /> : t('webhook.never') },
        { term: t('webhook.made'), value: <Time at={webhook.madeAt} show="day" /> },
        {
          term: t('webhook.oldSecret'),
          value: webhook.oldUntil && webhook.oldUntil > now ? <Time at={webhook.oldUntil} show="exact" /> : undefined,
        },
      ]}
    />
  </div>
)

const Steps = ({ webhook: { id, state } }: { webhook: Webhook }) => (
  <div class="webhook-steps">
    <Form action={`${PATH}/${id}/probe`} id="test" class="inline-form">
      <Submit icon="send">{t('webhook.test')}</Submit>
    </Form>
    {state === 'on' ? (
      <Form action={`${PATH}/${id}/pause`} id="pause" class="inline-form">
        <Submit kind="secondary" icon="clock">
          {t('webhook.pause')}
        </Submit>
      </Form>
    ) : (
      <Form action={`${PATH}/${id}/weiter`} id="resume" class="inline-form">
        <Submit kind="secondary" icon="autorenew">
          {t('webhook.resume')}
        </Submit>
      </Form>
    )}
  </div>
)

/** Everything of some days once more. */
const Replay = ({ id, form }: { id: string; form: FormState }) => (
  <Section title={t('webhook.replay')} lead={t('webhook.replay.lead')} sheet>
    <Form action={`${PATH}/${id}/nachsenden`} id="replay" state={form.refusal?.field ? form : { ...form, refusal: undefined }}>
      <div class="webhook-period">
        <Field name="from" type="date" label={t('webhook.replay.from')} width="short" />
        <Field name="until" type="date" label={t('webhook.replay.until')} width="short" />
      </div>
      <Checkbox name="all" label={t('webhook.replay.all')} hint={t('webhook.replay.all.hint')} />
      <div>
        <Submit kind="secondary" icon="autorenew">
          {t('webhook.replay.send')}
        </Submit>
      </div>
    </Form>
  </Section>
)
