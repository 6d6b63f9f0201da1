import type { ComponentChildren } from 'preact'
import { Live } from '#core/notifications/index.ts'
import { ButtonLink, EmptyState, type FormState, KeyHints, Page, Pager, Refused, Tabs } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { ListFields } from './list-address.rules.ts'
import { hereOf, type ListShown } from './list-shown.ts'
import { Views } from './saved-views.view.tsx'

/** A list sent from a form that was refused: the step of a row, or a view that was to be kept. */
export type ListAttempt = { refusal?: FormState['refusal']; saving?: FormState | undefined }

type FrameProps<Q extends ListFields, Row> = ListAttempt & {
  list: ListShown<Q, Row>
  title: string
  tabs: Parameters<typeof Tabs>[0]
  actions?: ComponentChildren
  above?: ComponentChildren
  filters: ComponentChildren
  /** Keys with what they do. */
  keys: readonly { key: string; does: string }[]
  children: ComponentChildren
}

/** The page of a work list: tabs, kept views, filters, rows. */
export const ListFrame = <Q extends ListFields, Row>(props: FrameProps<Q, Row>) => {
  const { list, title, tabs, actions, above, filters, keys, refusal, saving, children } = props
  const { address, query, page } = list
  return (
    <Page
      title={title}
      width="wide"
      noindex
      breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
      actions={
        <>
          {actions}
          <ButtonLink
            href={`${address.path}.csv?${hereOf(list)}`}
            icon="download"
            kind="tertiary"
            download
            data={{ 'data-turbo': 'false' }}
          >
            {t('desk.list.export')}
          </ButtonLink>
        </>
      }
    >
      <Live topics={['desk']} />
      <Refused refusal={refusal} />
      <Tabs label={tabs.label} items={tabs.items} />
      {above}
      <Views list={list} saving={saving} />
      {filters}
      {children}
      <Pager previous={address.page(query, 'vor', page.previous)} next={address.page(query, 'nach', page.next)} />
      <KeyHints keys={keys} />
    </Page>
  )
}

/** Nothing in the list: because of its filters, or because there is nothing to do. */
export const NoRows = <Q extends ListFields, Row>({
  list: { address, query, tab },
  nothingFound,
  empty,
}: {
  list: ListShown<Q, Row>
  nothingFound: string
  empty: string
}) =>
  address.active(query) > 0 ? (
    <EmptyState icon="search" title={nothingFound} text={t('desk.list.nothingFoundText')}>
      <ButtonLink href={`${address.path}?ansicht=${tab}`}>{t('desk.list.withoutFilter')}</ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState icon="success" title={t('desk.list.empty')} text={empty}>
      {tab === 'open' ? null : <ButtonLink href={`${address.path}?ansicht=open`}>{t('desk.list.showOpen')}</ButtonLink>}
    </EmptyState>
  )
