import { ButtonLink, ButtonRow, EmptyState, Page, Pager, Table, Tabs, withQuery } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { longDay } from '#services/letters/index.ts'
import { ChargeBadge, euros, type OpenCharge, openCents, overCents } from '#services/payments/index.ts'
import { INCOMING, PATH, STATEMENTS } from './paths.ts'

/** What is open, of that what is overdue, or what was paid too much. */
export type View = 'all' | 'overdue' | 'over'

type Shown = {
  charges: readonly OpenCharge[]
  view: View
  more: boolean
  first: boolean
  unmatched: number
  mostUnmatched: number
  today: string
}

const pathOf = (view: View): string => (view === 'all' ? PATH : `${PATH}?ansicht=${view}`)
const views: readonly View[] = ['all', 'overdue', 'over']

/** What is still to come, or came too much, the longest due first. */
export const ChargesPage = ({ charges, view, more, first, unmatched, mostUnmatched, today }: Shown) => {
  const last = charges.at(-1)
  const here = pathOf(view)
  const over = view === 'over'
  const count = unmatched > mostUnmatched ? `${mostUnmatched}+` : unmatched
  return (
    <Page
      title={t('deskPayments.title')}
      lead={t(over ? 'deskPayments.lead.over' : 'deskPayments.lead')}
      noindex
      breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
      actions={
        <ButtonRow>
          <ButtonLink href={STATEMENTS} kind="primary" icon="add">
            {t('deskPayments.statement')}
          </ButtonLink>
          <ButtonLink href={INCOMING} kind="secondary">
            {t('deskPayments.incoming.count', { count: String(count) })}
          </ButtonLink>
        </ButtonRow>
      }
    >
      <Tabs
        label={t('deskPayments.views')}
        items={views.map((one) => ({ href: pathOf(one), label: t(`deskPayments.${one}`), current: one === view }))}
      />
      <Table
        caption={t(over ? 'deskPayments.over.caption' : 'deskPayments.open')}
        keys
        rows={charges}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'case',
            label: t('deskPayments.case'),
            names: true,
            show: ({ id, number, title }) => (
              <a class="kern-link" href={href(`${PATH}/${id}`)}>
                {number} {title}
              </a>
            ),
          },
          over
            ? { key: 'over', label: t('deskPayments.over.by'), show: (one) => euros(overCents(one), currentLocale()) }
            : { key: 'open', label: t('payments.transfer.open'), show: (one) => euros(openCents(one), currentLocale()) },
          { key: 'due', label: t('payments.due'), show: ({ dueOn }) => longDay(dueOn, currentLocale()) },
          { key: 'state', label: t('deskPayments.state'), show: (one) => <ChargeBadge charge={one} today={today} /> },
        ]}
        empty={
          <EmptyState icon="check" title={t(over ? 'deskPayments.over.none' : 'deskPayments.none')} text={t(`deskPayments.none.${view}`)} />
        }
      />
      <Pager previous={first ? undefined : here} next={more && last ? withQuery(here, { nach: `${last.dueOn}.${last.id}` }) : undefined} />
    </Page>
  )
}
