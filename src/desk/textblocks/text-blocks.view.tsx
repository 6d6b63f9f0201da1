import { Badge, ButtonLink, EmptyState, Page, Table, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { TextBlock } from '#services/cases/index.ts'
import type { Category } from '#services/reports/index.ts'
import type { StaffUnit } from '../home/index.ts'

export const PATH = '/amt/textbausteine'

type ListProps = {
  blocks: readonly TextBlock[]
  names: ReadonlyMap<string, string>
  units: readonly StaffUnit[]
  categories: readonly Category[]
}

export const TextBlocksPage = ({ blocks, names, units, categories }: ListProps) => (
  <Page
    title={t('textBlocks.title')}
    lead={t('textBlocks.lead')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
    actions={
      <ButtonLink href={`${PATH}/neu`} icon="add" kind="primary">
        {t('textBlocks.new')}
      </ButtonLink>
    }
  >
    <Table
      caption={t('textBlocks.title')}
      hideCaption
      rows={blocks}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="chat" title={t('textBlocks.empty')} text={t('textBlocks.lead')} />}
      columns={[
        { key: 'name', label: t('textBlocks.name'), names: true, show: (block) => <Name block={block} /> },
        { key: 'step', label: t('textBlocks.step'), show: ({ step }) => t(`textBlocks.step.${step ?? 'any'}`) },
        {
          key: 'category',
          label: t('textBlocks.category'),
          show: ({ categoryId }) => categories.find(({ id }) => id === categoryId)?.name[currentLocale()] ?? t('textBlocks.category.any'),
        },
        {
          key: 'unit',
          label: t('textBlocks.unit'),
          show: ({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? t('textBlocks.unit.any'),
        },
        {
          key: 'changed',
          label: t('textBlocks.changed'),
          show: ({ changedAt, changedBy }) => (
            <>
              <Time at={changedAt} />
              {names.get(changedBy ?? '') ? `, ${names.get(changedBy ?? '')}` : ''}
            </>
          ),
        },
      ]}
    />
  </Page>
)

const Name = ({ block }: { block: TextBlock }) => (
  <>
    <a href={href(`${PATH}/${block.id}`)}>{block.name}</a> {block.closedAt ? <Badge>{t('textBlocks.closed')}</Badge> : null}
  </>
)
