import { StageBadge } from '#design/content/badge.tsx'
import { EmptyState } from '#design/content/empty-state.tsx'
import { KeyHints } from '#design/content/key-hints.tsx'
import { Pager } from '#design/content/pager.tsx'
import { Section } from '#design/content/section.tsx'
import { type Column, Table } from '#design/content/table.tsx'
import { Tabs } from '#design/content/tabs.tsx'
import { Time } from '#design/content/time.tsx'
import { Button, Submit } from '#design/forms/button.tsx'
import { Form } from '#design/forms/form.tsx'
import type { Stage } from '#platform/process.ts'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'

type Row = { number: string; what: string; stage: Stage; days: number; overdue?: boolean }

const rows = (): Row[] => [
  { number: 'M-2026-00417', what: t('gallery.card.title'), stage: 'inProgress', days: 3 },
  { number: 'M-2026-00398', what: t('gallery.long'), stage: 'accepted', days: 31, overdue: true },
  { number: 'M-2026-00390', what: t('gallery.badge'), stage: 'yourTurn', days: 12 },
]

const columns = (): Column<Row>[] => [
  { key: 'number', label: t('gallery.table.number'), names: true, show: (row) => <a href="#table">{row.number}</a> },
  { key: 'what', label: t('gallery.table.what'), show: (row) => row.what },
  { key: 'stage', label: t('gallery.table.stage'), show: (row) => <StageBadge stage={row.stage} /> },
  {
    key: 'since',
    label: t('gallery.table.since'),
    sort: { href: '/design?sort=since', now: 'descending' },
    show: (row) => <Time at={new Date(frame().now.getTime() - row.days * 86_400_000)} show="short" />,
  },
  { key: 'days', label: t('gallery.table.days'), sort: { href: '/design?sort=days' }, numeric: true, show: (row) => row.days },
  {
    key: 'do',
    label: t('gallery.table.done'),
    minor: true,
    show: () => (
      <Button small kind="tertiary" data={{ 'data-key': 'e' }}>
        {t('gallery.table.done')}
      </Button>
    ),
  },
]

export const ListSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.table')}>
    <Tabs
      label={t('gallery.tabs')}
      items={[
        { href: '/design?liste=mine', label: t('gallery.tab.mine'), current: true, count: 3 },
        { href: '/design?liste=team', label: t('gallery.tab.team'), current: false, count: 120 },
        { href: '/design?liste=overdue', label: t('gallery.tab.overdue'), current: false },
      ]}
    />
    <Form action="/design" id="bulk">
      <Table
        caption={t('gallery.table.caption')}
        columns={columns()}
        rows={rows()}
        rowKey={(row) => row.number}
        select={{
          name: 'numbers',
          form: 'bulk',
          value: (row) => row.number,
          label: (row) => t('gallery.table.select', { number: row.number }),
        }}
        mark={(row) => (row.overdue ? 'danger' : undefined)}
        keys
      />
      <Submit kind="secondary">{t('gallery.button.danger')}</Submit>
    </Form>
    <Pager previous="/design?vor=a" next="/design?nach=b" about={t('gallery.pager.about')} />
    <KeyHints
      keys={[
        { key: 'j', does: t('gallery.keys.next') },
        { key: 'e', does: t('gallery.keys.done') },
        { key: '/', does: t('gallery.keys.search') },
      ]}
    />
    <h3>{t('gallery.table.empty')}</h3>
    <Table
      caption={t('gallery.table.caption')}
      columns={columns()}
      rows={[]}
      rowKey={(row) => row.number}
      empty={<EmptyState icon="checklist" title={t('gallery.empty.title')} />}
    />
  </Section>
)
