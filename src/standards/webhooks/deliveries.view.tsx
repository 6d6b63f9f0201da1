import { Badge, type Column, EmptyState, FilterBar, Pager, Section, Select, Table, Time, withQuery } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Attempt, DeliveryLine, DeliveryState } from './webhook.rules.ts'
import { deliveryStates } from './webhook.rules.ts'
import { PATH } from './webhooks.view.tsx'

export type DeliveriesProps = {
  id: string
  deliveries: readonly DeliveryLine[]
  state: DeliveryState | undefined
  /** Where the next page begins. */
  next: string | undefined
  first: boolean
}

/** What was sent and what was answered, newest first. */
export const Deliveries = ({ id, deliveries, state, next, first }: DeliveriesProps) => {
  const here = withQuery(`${PATH}/${id}`, { stand: state })
  return (
    <Section title={t('webhook.deliveries')} lead={t('webhook.deliveries.lead')} id="zustellungen">
      <FilterBar action={`${PATH}/${id}`} values={{ stand: state }} active={state ? 1 : 0}>
        <Select
          name="stand"
          label={t('webhook.state')}
          empty={t('webhook.delivery.any')}
          options={deliveryStates.map((value) => ({ value, label: t(`webhook.delivery.${value}`) }))}
        />
      </FilterBar>
      <Table
        caption={t('webhook.deliveries')}
        hideCaption
        columns={columns(id)}
        rows={deliveries}
        rowKey={({ eventId }) => eventId}
        mark={(one) => (one.state === 'failed' ? 'danger' : one.state === 'waiting' && one.tries > 0 ? 'warning' : undefined)}
        empty={
          <EmptyState
            icon="send"
            title={t('webhook.deliveries.none')}
            text={t(state ? 'webhook.deliveries.noneSo' : 'webhook.deliveries.none.text')}
          />
        }
      />
      <Pager previous={first ? undefined : here} next={next && withQuery(here, { vor: next })} />
    </Section>
  )
}

const columns = (id: string): Column<DeliveryLine>[] => [
  {
    key: 'kind',
    label: t('webhook.delivery.kind'),
    names: true,
    show: ({ eventId, kind, number }) => (
      <a class="kern-link" href={href(`${PATH}/${id}/zustellungen/${eventId}`)}>
        {t(`webhook.kind.${kind}`)}
        {number ? ` ${number}` : ''}
      </a>
    ),
  },
  { key: 'at', label: t('webhook.delivery.happened'), show: ({ happenedAt }) => <Time at={happenedAt} /> },
  { key: 'state', label: t('webhook.state'), show: ({ state }) => <DeliveryBadge state={state} /> },
  { key: 'answer', label: t('webhook.attempt.answer'), show: ({ last }) => (last ? outcomeOf(last) : '–') },
  {
    key: 'next',
    label: t('webhook.delivery.next'),
    minor: true,
    show: ({ state, nextAt }) => (state === 'waiting' ? <Time at={nextAt} /> : '–'),
  },
]

const looks = {
  waiting: { icon: 'clock', tone: 'info' },
  sent: { icon: 'check', tone: 'success' },
  failed: { icon: 'danger', tone: 'danger' },
  withheld: { icon: 'lock', tone: 'neutral' },
} as const

export const DeliveryBadge = ({ state }: { state: DeliveryState }) => <Badge {...looks[state]}>{t(`webhook.delivery.${state}`)}</Badge>

/** In one line: `200 · 84 ms`, or why there was no answer. */
export const outcomeOf = ({ status, trouble, durationMs }: Attempt): string =>
  t('webhook.attempt.outcome', {
    what: status === undefined ? t(`webhook.trouble.${trouble ?? 'network'}`) : String(status),
    ms: String(durationMs),
  })
