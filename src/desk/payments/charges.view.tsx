import { ButtonLink, ButtonRow, EmptyState, Page, Pager, Table, Tabs, withQuery } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { longDay } from '#services/letters/index.ts'
import { ChargeBadge, euros, type OpenCharge, openCents } from '#services/payments/index.ts'
import { INCOMING, PATH, STATEMENTS } from './paths.ts'

type Shown = {
  charges: readonly OpenCharge[]
  /** What is overdue alone. */
  overdue: boolean
  more: boolean
  first: boolean
  unmatched: number
  mostUnmatched: number
  today: string
}

/** What is still to come, the longest due first. */
export const ChargesPage = ({ charges, overdue, more, first, unmatched, mostUnmatched, today }: Shown) => {
  const last = charges.at(-1)
  const here = overdue ? `${PATH}?ansicht=overdue` : PATH
  const count = unmatched > mostUnmatched ? `${mostUnmatched}+` : unmatched
  return (
    <Page
      title={t('deskPayments.title')}
      lead={t('deskPayments.lead')}
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
        items={[
          { href: PATH, label: t('deskPayments.all'), current: !overdue },
          { href: `${PATH}?ansicht=overdue`, label: t('deskPayments.overdue'), current: overdue },
        ]}
      />
      <Table
        caption={t('deskPayments.open')}
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
          { key: 'open', label: t('payments.transfer.open'), show: (one) => euros(openCents(one), currentLocale()) },
          { key: 'due', label: t('payments.due'), show: ({ dueOn }) => longDay(dueOn, currentLocale()) },
          { key: 'state', label: t('deskPayments.state'), show: (one) => <ChargeBadge charge={one} today={today} /> },
        ]}
        empty={
          <EmptyState
            icon="check"
            title={t('deskPayments.none')}
            text={t(overdue ? 'deskPayments.none.overdue' : 'deskPayments.none.text')}
          />
        }
      />
      <Pager previous={first ? undefined : here} next={more && last ? withQuery(here, { nach: `${last.dueOn}.${last.id}` }) : undefined} />
    </Page>
  )
}
