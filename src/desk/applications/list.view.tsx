import { ButtonLink, type Column, Form, Select, StageBadge, Submit, Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type ApplicationRow, type ApplicationTab, applicationTabs } from '#services/applications/index.ts'
import { countText } from '../home/index.ts'
import {
  BULK_FORM,
  hereOf,
  type ListAttempt,
  ListFilters,
  ListFrame,
  markOf,
  NoRows,
  SubjectLink,
  timeColumns,
  Who,
} from '../worklist/index.ts'
import type { ApplicationList } from './list.read.ts'
import { applicationAddress, stages } from './list-query.rules.ts'

/** The applications that somebody works on or waits for. */
export const ListPage = ({ list, ...attempt }: { list: ApplicationList } & ListAttempt) => (
  <ListFrame
    list={list}
    {...attempt}
    title={t('deskApplications.title')}
    tabs={{ label: t('deskApplications.tabs'), items: tabsOf(list) }}
    actions={
      <>
        {list.maySeeFigures ? (
          <ButtonLink href="/amt/antraege/zahlen" icon="list" kind="tertiary">
            {t('serviceFigures.title')}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/amt/post" icon="mail" kind="tertiary">
          {t('deskApplications.post.title')}
        </ButtonLink>
      </>
    }
    filters={<Filters list={list} />}
    keys={['j', 'k', 'o', 'x', '/', '?'].map((key) => ({
      key,
      does: t(`deskApplications.keys.${key === '/' ? 'search' : key === '?' ? 'help' : key}`),
    }))}
  >
    <div class="worklist">
      <Table
        caption={t('deskApplications.caption', { tab: t(`deskApplications.tab.${list.tab}`) })}
        hideCaption
        keys
        rows={list.page.items}
        rowKey={({ id }) => id}
        columns={columnsOf(list)}
        mark={markOf}
        empty={<NoRows list={list} nothingFound={t('deskApplications.nothingFound')} empty={t(`deskApplications.empty.${list.tab}`)} />}
        {...(list.mayWork
          ? {
              select: {
                name: 'n',
                form: BULK_FORM,
                value: ({ number }: ApplicationRow) => number,
                label: ({ title, number }: ApplicationRow) => t('deskApplications.bulk.select', { title, number }),
              },
            }
          : {})}
      />
      {list.mayWork && list.page.items.length > 0 ? <BulkBar list={list} /> : null}
    </div>
  </ListFrame>
)

/** What is to be done with the ticked rows; which steps all of them allow says the next page. */
const BulkBar = ({ list }: { list: ApplicationList }) => (
  <Form method="get" action="/amt/antraege/sammel" id={BULK_FORM} class="bulk-bar">
    <input type="hidden" name="liste" value={hereOf(list)} />
    <Select
      name="was"
      label={t('deskApplications.bulk.with')}
      empty={t('desk.choose')}
      options={(['assign', 'schritt', 'write'] as const).map((action) => ({ value: action, label: t(`deskApplications.bulk.${action}`) }))}
    />
    <Submit kind="secondary">{t('desk.bulk.next')}</Submit>
  </Form>
)

const shownTabs = ({ covered, tab }: ApplicationList): ApplicationTab[] =>
  applicationTabs.filter((one) => one !== 'cover' || covered.length > 0 || tab === 'cover')

const tabsOf = (list: ApplicationList) =>
  shownTabs(list).map((tab) => ({
    href: applicationAddress.to(list.query, { ansicht: tab, sort: undefined }),
    label: t(`deskApplications.tab.${tab}`),
    current: tab === list.tab,
    count: tab === 'closed' || tab === 'all' ? undefined : countText(list.counts[tab]),
  }))

const Filters = ({ list }: { list: ApplicationList }) => {
  const locale = currentLocale()
  return (
    <ListFilters
      list={list}
      text={t('deskApplications.filter.text')}
      first={
        <>
          <Select
            name="leistung"
            label={t('deskApplications.filter.service')}
            empty={t('deskApplications.filter.anyService')}
            options={list.services.map(({ id, name }) => ({ value: id, label: name[locale] || name.de }))}
          />
          <Select
            name="stand"
            label={t('desk.filter.state')}
            empty={t('desk.filter.anyState')}
            options={stages.map((stage) => ({ value: stage, label: t(`deskApplications.stage.${stage}`) }))}
          />
        </>
      }
    />
  )
}

const columnsOf = (list: ApplicationList): Column<ApplicationRow>[] => [
  { key: 'service', label: t('deskApplications.column.service'), names: true, show: (row) => <SubjectLink list={list} {...row} /> },
  { key: 'state', label: t('deskApplications.column.state'), show: (row) => <StateMark row={row} /> },
  ...timeColumns(list),
  { key: 'who', label: t('desk.list.column.who'), show: (row) => <Who row={row} /> },
]

const StateMark = ({ row: { stage, stateWords } }: { row: ApplicationRow }) => (
  <span class="desk-marks">
    <StageBadge stage={stage} label={stateWords[currentLocale()] || stateWords.de} />
  </span>
)
