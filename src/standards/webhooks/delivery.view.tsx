import { Live } from '#core/notifications/index.ts'
import { type Column, DefinitionList, EmptyState, Form, type FormState, Page, Section, Submit, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { DeliveryBadge, outcomeOf } from './deliveries.view.tsx'
import type { Message } from './message.rules.ts'
import type { Attempt, Delivery, Webhook } from './webhook.rules.ts'
import { crumbs, PATH } from './webhooks.view.tsx'

type DeliveryPageProps = { webhook: Webhook; delivery: Delivery; attempts: readonly Attempt[]; message: Message; form: FormState }

/** One delivery: what is sent, and every attempt. */
export const DeliveryPage = ({ webhook, delivery, attempts, message, form }: DeliveryPageProps) => (
  <Page
    title={`${t(`webhook.kind.${delivery.kind}`)}${delivery.number ? ` ${delivery.number}` : ''}`}
    width="wide"
    noindex
    breadcrumbs={crumbs({ href: PATH, label: t('webhook.title') }, { href: `${PATH}/${webhook.id}`, label: webhook.name })}
  >
    <Live topics={[`webhook:${webhook.id}`]} />
    <div class="sheet">
      <DefinitionList
        items={[
          { term: t('webhook.state'), value: <DeliveryBadge state={delivery.state} /> },
          { term: t('webhook.delivery.id'), value: <code class="webhook-url">{delivery.eventId}</code> },
          { term: t('webhook.delivery.happened'), value: <Time at={delivery.happenedAt} show="exact" /> },
          {
            term: t('webhook.delivery.subject'),
            value: delivery.number ? (
              <a class="kern-link" href={href(`/meldungen/${delivery.number}`)}>
                {delivery.number}
              </a>
            ) : undefined,
          },
          {
            term: t('webhook.delivery.next'),
            value: delivery.state === 'waiting' ? <Time at={delivery.nextAt} show="exact" /> : undefined,
          },
        ]}
      />
    </div>
    {delivery.state === 'withheld' ? <p class="kern-body">{t('webhook.withheld.text')}</p> : null}
    <Form action={`${PATH}/${webhook.id}/zustellungen/${delivery.eventId}`} state={form}>
      {delivery.state === 'waiting' ? null : (
        <div>
          <Submit kind="secondary" icon="autorenew">
            {t('webhook.repeat')}
          </Submit>
        </div>
      )}
    </Form>
    <Section title={t('webhook.attempts')}>
      <Table
        caption={t('webhook.attempts')}
        hideCaption
        columns={columns()}
        rows={attempts}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="send" title={t('webhook.attempts.none')} />}
      />
    </Section>
    <Section title={t('webhook.message')} lead={t('webhook.message.lead')}>
      <pre class="webhook-code">{JSON.stringify(message, null, 2)}</pre>
    </Section>
  </Page>
)

const columns = (): Column<Attempt>[] => [
  { key: 'at', label: t('webhook.attempt.at'), names: true, show: ({ at }) => <Time at={at} show="exact" /> },
  { key: 'outcome', label: t('webhook.attempt.answer'), show: (attempt) => outcomeOf(attempt) },
  {
    key: 'answer',
    label: t('webhook.attempt.text'),
    show: ({ answer }) => (answer ? <code class="webhook-url">{answer.slice(0, 300)}</code> : '–'),
  },
]
