import type { LoggedRead } from '#core/memory/index.ts'
import { EmptyState, exactTime, Page, Pager, Table } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { purposeWords, unitWords } from './log.lines.ts'

const PATH = '/mein/daten/zugriffe'

type MyReadsPageProps = { reads: readonly LoggedRead[]; more: boolean; first: boolean }

/** Every person sees in which role somebody looked at her data, when and what for. Names of staff are not shown. */
export const MyReadsPage = ({ reads, more, first }: MyReadsPageProps) => {
  const last = reads.at(-1)
  return (
    <Page
      title={t('administration.reads.mine')}
      lead={t('administration.reads.mine.lead')}
      breadcrumbs={[{ href: '/mein', label: t('design.account.mine') }]}
      noindex
    >
      <Table
        caption={t('administration.reads.mine')}
        hideCaption
        rows={reads}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            label: t('administration.log.at'),
            names: true,
            show: ({ at }) => <time dateTime={at.toISOString()}>{exactTime(at)}</time>,
          },
          { key: 'role', label: t('administration.reads.role'), show: ({ roles }) => unitWords(roles) || t('actor.staff') },
          {
            key: 'what',
            label: t('administration.reads.what'),
            show: ({ subject }) => (hasText(`subject.${subject.type}`) ? t(`subject.${subject.type}`) : subject.type),
          },
          { key: 'why', label: t('administration.log.why'), show: ({ purpose }) => purposeWords(purpose) },
        ]}
        empty={<EmptyState icon="visibility-off" title={t('administration.reads.none')} text={t('administration.reads.none.text')} />}
      />
      <Pager next={more && last ? `${PATH}?vor=${last.id}` : undefined} previous={first ? undefined : PATH} />
    </Page>
  )
}
