import { Badge, ButtonLink, type Column, EmptyState, Page, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { MOST_WEBHOOKS, type Webhook } from './webhook.rules.ts'

export const PATH = '/verwaltung/webhooks'

/** Where these pages stand. */
export const crumbs = (...more: { href: string; label: string }[]) => [{ href: '/verwaltung', label: t('webhook.administration') }, ...more]

export const WebhooksPage = ({ webhooks }: { webhooks: readonly Webhook[] }) => (
  <Page
    title={t('webhook.title')}
    lead={t('webhook.lead')}
    width="wide"
    noindex
    breadcrumbs={crumbs()}
    actions={webhooks.length >= MOST_WEBHOOKS ? undefined : <NewLink />}
  >
    <Table
      caption={t('webhook.title')}
      hideCaption
      columns={columns()}
      rows={webhooks}
      rowKey={({ id }) => id}
      mark={({ state, failingSince }) => (state === 'off' ? 'danger' : failingSince ? 'warning' : undefined)}
      empty={<EmptyState icon="share" title={t('webhook.none')} text={t('webhook.none.text')} />}
    />
    {webhooks.length >= MOST_WEBHOOKS ? <p class="kern-body kern-body--muted">{t('webhook.full', { most: MOST_WEBHOOKS })}</p> : null}
  </Page>
)

const NewLink = () => (
  <ButtonLink href={`${PATH}/neu`} icon="add" kind="primary">
    {t('webhook.new')}
  </ButtonLink>
)

const columns = (): Column<Webhook>[] => [
  {
    key: 'name',
    label: t('webhook.name'),
    names: true,
    show: ({ id, name }) => (
      <a class="kern-link" href={href(`${PATH}/${id}`)}>
        {name}
      </a>
    ),
  },
  { key: 'url', label: t('webhook.url'), show: ({ url }) => <code class="webhook-url">{url}</code> },
  { key: 'state', label: t('webhook.state'), show: (webhook) => <StateBadge webhook={webhook} /> },
  {
    key: 'succeeded',
    label: t('webhook.succeeded'),
    show: ({ succeededAt }) => (succeededAt ? <Time at={succeededAt} /> : t('webhook.never')),
  },
]

export function StateBadge({ webhook: { state, failingSince } }: { webhook: Webhook }) {
  if (state === 'off')
    return (
      <Badge tone="danger" icon="danger">
        {t('webhook.state.off')}
      </Badge>
    )
  if (state === 'paused') return <Badge icon="clock">{t('webhook.state.paused')}</Badge>
  return failingSince ? (
    <Badge tone="warning" icon="warning">
      {t('webhook.state.failing')}
    </Badge>
  ) : (
    <Badge tone="success" icon="check">
      {t('webhook.state.on')}
    </Badge>
  )
}
