import {
  Badge,
  ButtonLink,
  ButtonRow,
  type Column,
  EmptyState,
  Form,
  type FormState,
  Refused,
  Section,
  Submit,
  Table,
} from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Category, CategoryGroup } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'

const PATH = '/verwaltung/kategorien'
type CategoriesPageProps = { all: readonly Category[]; groups: readonly CategoryGroup[]; form: FormState; locale: Locale }

export const CategoriesPage = ({ all, groups, form, locale }: CategoriesPageProps) => (
  <AdminPage
    title={t('administration.categories')}
    lead={t('administration.categories.lead')}
    actions={
      <ButtonRow>
        <ButtonLink href={`${PATH}/neu`} kind="primary" icon="add">
          {t('administration.category.new')}
        </ButtonLink>
        <ButtonLink href={`${PATH}/gruppen`}>{t('administration.groups')}</ButtonLink>
      </ButtonRow>
    }
  >
    <Refused refusal={form.refusal} />
    {groups.length === 0 ? <EmptyState icon="tag" title={t('administration.groups.none')} /> : null}
    {groups.map((group) => (
      <Section key={group.code} title={group.name[locale]}>
        <Table
          caption={group.name[locale]}
          hideCaption
          columns={columns(locale)}
          rows={all.filter(({ groupCode }) => groupCode === group.code)}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="tag" title={t('administration.category.none')}>
              <ButtonLink href={`${PATH}/neu?gruppe=${group.code}`}>{t('administration.category.new')}</ButtonLink>
            </EmptyState>
          }
        />
      </Section>
    ))}
  </AdminPage>
)

const columns = (locale: Locale): Column<Category>[] => [
  {
    key: 'name',
    label: t('administration.category.name'),
    names: true,
    show: ({ id, name, closedAt, danger }) => (
      <>
        <a class="kern-link" href={href(`${PATH}/${id}`)}>
          {name[locale]}
        </a>{' '}
        {closedAt ? <Badge icon="lock">{t('administration.organisation.isClosed')}</Badge> : null}
        {danger ? (
          <Badge tone="danger" icon="danger">
            {danger}
          </Badge>
        ) : null}
      </>
    ),
  },
  { key: 'deadline', label: t('administration.category.deadlineDays'), numeric: true, show: ({ deadlineDays }) => deadlineDays },
  { key: 'questions', label: t('administration.category.questions'), numeric: true, show: ({ questions }) => questions.length },
  {
    key: 'publish',
    label: t('administration.category.publish'),
    show: ({ publish }) => t(`administration.category.publish.${publish}`),
    minor: true,
  },
  {
    key: 'place',
    label: t('administration.place'),
    show: ({ id, name }) => <MoveButtons action={`${PATH}/${id}/platz`} name={name[locale]} />,
  },
]

/** Two small buttons that move something one place up or down. */
export const MoveButtons = ({ action, name }: { action: string; name: string }) => (
  <Form action={action} class="move-form">
    <Submit name="move" value="up" kind="tertiary" icon="arrow-up" small>
      <span class="kern-sr-only">{t('administration.up', { name })}</span>
    </Submit>
    <Submit name="move" value="down" kind="tertiary" icon="arrow-down" small>
      <span class="kern-sr-only">{t('administration.down', { name })}</span>
    </Submit>
  </Form>
)
