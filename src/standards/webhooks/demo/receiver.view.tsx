import { EmptyState, Page, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Arrival } from './arrivals.ts'

/** What another program would have got. */
export const ReceiverPage = ({ arrivals }: { arrivals: readonly Arrival[] }) => (
  <Page title={t('webhook.receiver')} lead={t('webhook.receiver.lead')} width="wide" noindex>
    <Table
      caption={t('webhook.receiver')}
      hideCaption
      rows={arrivals}
      rowKey={({ id, at }) => `${id} ${at.getTime()}`}
      empty={<EmptyState icon="inbox" title={t('webhook.receiver.none')} text={t('webhook.receiver.none.text')} />}
      columns={[
        { key: 'at', label: t('webhook.attempt.at'), names: true, show: ({ at }) => <Time at={at} show="exact" /> },
        { key: 'answer', label: t('webhook.receiver.answer'), show: ({ answer }) => t(`webhook.receiver.answer.${answer}`) },
        { key: 'body', label: t('webhook.message'), show: ({ body }) => <code class="webhook-url">{body}</code> },
      ]}
    />
  </Page>
)
