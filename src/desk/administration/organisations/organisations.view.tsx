import { nameIn, type Organisation, type OrganisationKind, otherKinds } from '#core/organisations/index.ts'
import { Badge, ButtonLink, type Column, EmptyState, Pager, Table, Tabs } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

const PATH = '/verwaltung/organisationen'
type Counts = ReadonlyMap<string, number>

const KindTabs = ({ now }: { now: OrganisationKind | 'units' }) => (
  <Tabs
    label={t('administration.organisation.kinds')}
    items={[
      { href: PATH, label: t('organisations.townHall'), current: now === 'units' },
      ...otherKinds.map((kind) => ({
        href: `${PATH}?art=${kind}`,
        label: t(`administration.organisation.plural.${kind}`),
        current: now === kind,
      })),
    ]}
  />
)

type Line = { unit: Organisation; depth: number }

/** Each unit followed by its parts, closed ones last among their sisters. */
export function treeOf(units: readonly Organisation[]): Line[] {
  const below = (parentId: string | undefined, depth: number): Line[] =>
    units
      .filter((unit) => unit.parentId === parentId)
      .sort((a, b) => Number(Boolean(a.closedAt)) - Number(Boolean(b.closedAt)) || a.name.localeCompare(b.name, 'de'))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)])
  return below(undefined, 0)
}

type UnitsPageProps = { units: readonly Organisation[]; counts: Counts; locale: Locale }

export const UnitsPage = ({ units, counts, locale }: UnitsPageProps) => (
  <AdminPage
    title={t('administration.organisations')}
    lead={t('administration.organisations.lead')}
    actions={
      <ButtonLink href={`${PATH}/neu?art=department`} kind="primary" icon="add">
        {t('administration.organisation.new.department')}
      </ButtonLink>
    }
  >
    <KindTabs now="units" />
    <Table
      caption={t('organisations.townHall')}
      hideCaption
      columns={unitColumns(counts, locale)}
      rows={treeOf(units)}
      rowKey={({ unit }) => unit.id}
    />
  </AdminPage>
)

const unitColumns = (counts: Counts, locale: Locale): Column<Line>[] => [
  {
    key: 'name',
    label: t('administration.organisation.name'),
    names: true,
    show: ({ unit, depth }) => (
      <span class={`tree tree--${Math.min(depth, 2)}`}>
        <Name of={unit} locale={locale} />
      </span>
    ),
  },
  { key: 'kind', label: t('administration.organisation.kind'), show: ({ unit }) => t(`organisation.kind.${unit.kind}`) },
  { key: 'email', label: t('administration.organisation.email'), show: ({ unit }) => unit.email ?? '–', minor: true },
  { key: 'people', label: t('administration.organisation.people'), numeric: true, show: ({ unit }) => counts.get(unit.id) ?? 0 },
  {
    key: 'add',
    label: t('administration.organisation.below'),
    show: ({ unit }) =>
      unit.kind === 'department' && !unit.closedAt ? (
        <ButtonLink href={`${PATH}/neu?art=team&in=${unit.id}`} kind="tertiary" icon="add" small>
          {t('administration.organisation.new.team')}
        </ButtonLink>
      ) : null,
  },
]

const Name = ({ of, locale }: { of: Organisation; locale: Locale }) => (
  <>
    <a class="kern-link" href={href(`${PATH}/${of.id}`)}>
      {nameIn(of, locale)}
    </a>
    {of.closedAt ? (
      <>
        {' '}
        <Badge icon="lock">{t('administration.organisation.isClosed')}</Badge>
      </>
    ) : null}
  </>
)

type OrganisationListPageProps = {
  kind: OrganisationKind
  all: readonly Organisation[]
  counts: Counts
  next: string | undefined
  first: boolean
  locale: Locale
}

export const OrganisationListPage = ({ kind, all, counts, next, first, locale }: OrganisationListPageProps) => (
  <AdminPage
    title={t('administration.organisations')}
    lead={t('administration.organisations.lead')}
    actions={
      <ButtonLink href={`${PATH}/neu?art=${kind}`} kind="primary" icon="add">
        {t(`administration.organisation.new.${kind}`)}
      </ButtonLink>
    }
  >
    <KindTabs now={kind} />
    <Table
      caption={t(`administration.organisation.plural.${kind}`)}
      hideCaption
      columns={[
        { key: 'name', label: t('administration.organisation.name'), names: true, show: (one) => <Name of={one} locale={locale} /> },
        { key: 'about', label: t('administration.organisation.description'), show: (one) => one.description || '–', minor: true },
        { key: 'email', label: t('administration.organisation.email'), show: (one) => one.email ?? '–' },
        { key: 'people', label: t('administration.organisation.people'), numeric: true, show: (one) => counts.get(one.id) ?? 0 },
      ]}
      rows={all}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="building" title={t('administration.organisation.none')} />}
    />
    <Pager next={next} previous={first ? undefined : `${PATH}?art=${kind}`} />
  </AdminPage>
)
