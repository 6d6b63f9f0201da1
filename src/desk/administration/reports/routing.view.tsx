import { nameIn, type Organisation } from '#core/organisations/index.ts'
import type { District } from '#core/places/index.ts'
import {
  Alert,
  ButtonLink,
  type Column,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Icon,
  Refused,
  Section,
  Select,
  Submit,
  Table,
} from '#design/index.ts'
import { hasText, type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Category, CategoryGroup, PlaceChoice, Routed, RoutingRule } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { MoveButtons } from './categories.view.tsx'

const PATH = '/verwaltung/zustaendigkeit'

/** What the test box found. */
export type Tried = { place: PlaceChoice; routed: Routed } | { refusal: NonNullable<FormState['refusal']> }

type RoutingPageProps = {
  rules: readonly (RoutingRule & { unitName: string })[]
  categories: readonly Category[]
  groups: readonly CategoryGroup[]
  districts: readonly District[]
  units: readonly Organisation[]
  query: { kategorie?: string | undefined; ort: string }
  tried: Tried | undefined
  form: FormState
  locale: Locale
}

export const RoutingPage = (props: RoutingPageProps) => (
  <AdminPage
    title={t('administration.routing')}
    lead={t('administration.routing.lead')}
    actions={
      <ButtonLink href={`${PATH}/neu`} kind="primary" icon="add">
        {t('administration.rule.new')}
      </ButtonLink>
    }
  >
    <Refused refusal={props.form.refusal} />
    <TestBox {...props} />
    <Section title={t('administration.rules')}>
      <Table
        caption={t('administration.rules')}
        hideCaption
        columns={columns(props)}
        rows={props.rules}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="share" title={t('administration.rules.none')} text={t('administration.rules.none.text')} />}
      />
    </Section>
  </AdminPage>
)

const TestBox = ({ categories, query, tried, units, locale }: RoutingPageProps) => (
  <Section title={t('administration.try')} lead={t('administration.try.lead')} sheet>
    <Form action={PATH} method="get" state={{ input: query, errors: {} }} id="try">
      <Select
        name="kategorie"
        label={t('administration.category.one')}
        empty={t('administration.choose')}
        options={categories.map(({ id, name }) => ({ value: id, label: name[locale] }))}
      />
      <Field name="ort" label={t('administration.try.place')} hint={t('administration.try.place.hint')} maxLength={200} />
      <Submit kind="secondary" icon="help">
        {t('administration.try.go')}
      </Submit>
    </Form>
    {tried && 'refusal' in tried ? <Refused refusal={tried.refusal} /> : null}
    {tried && 'routed' in tried ? <Answer {...tried} units={units} locale={locale} /> : null}
  </Section>
)

type AnswerProps = { place: PlaceChoice; routed: Routed; units: readonly Organisation[]; locale: Locale }

const Answer = ({ place, routed: { unitId, publicNote, trace }, units, locale }: AnswerProps) => {
  const named = (id: string | undefined) => {
    const unit = units.find((each) => each.id === id)
    return unit ? nameIn(unit, locale) : t('administration.try.nobody')
  }
  return (
    <div class="try-answer">
      <Alert tone={unitId ? 'success' : 'warning'} title={t('administration.try.gets', { unit: named(unitId), place: place.label })} live>
        {publicNote ? <p>{publicNote[locale]}</p> : null}
      </Alert>
      <h3>{t('administration.try.why')}</h3>
      <ol class="trace">
        {trace.tried.map((line) => (
          <li key={`${line.level} ${line.ruleId ?? ''}`} class={line.taken ? 'trace__taken' : undefined}>
            <Icon name={line.taken ? 'check' : 'close'} size="small" /> {t(`report.routing.${line.level}`)}:{' '}
            {line.taken ? <strong>{named(line.unitId)}</strong> : t('report.routing.notTaken')}
          </li>
        ))}
      </ol>
      {trace.facts.roadOwner ? <p>{t('administration.try.owner', { owner: t(`administration.owner.${trace.facts.roadOwner}`) })}</p> : null}
    </div>
  )
}

export const assetKindName = (kind: string): string => (hasText(`administration.asset.${kind}`) ? t(`administration.asset.${kind}`) : kind)

/** "Schlagloch · Altstadt · Straße des Landes": all conditions must hold. */
function conditions(rule: RoutingRule, { categories, groups, districts, locale }: RoutingPageProps): string {
  return [
    categories.find(({ id }) => id === rule.categoryId)?.name[locale],
    groups.find(({ code }) => code === rule.groupCode)?.name[locale],
    districts.find(({ id }) => id === rule.districtId)?.name,
    rule.owner && t(`administration.owner.${rule.owner}`),
    rule.assetKind && assetKindName(rule.assetKind),
  ]
    .filter(Boolean)
    .join(' · ')
}

const columns = (props: RoutingPageProps): Column<RoutingPageProps['rules'][number]>[] => [
  {
    key: 'when',
    label: t('administration.rule.when'),
    names: true,
    show: (rule) => (
      <a class="kern-link" href={href(`${PATH}/${rule.id}`)}>
        {conditions(rule, props) || t('administration.rule.closedCategory')}
      </a>
    ),
  },
  { key: 'unit', label: t('administration.rule.unit'), show: ({ unitName }) => unitName },
  { key: 'note', label: t('administration.rule.note'), show: ({ publicNote }) => publicNote?.[props.locale] ?? '–', minor: true },
  {
    key: 'place',
    label: t('administration.place'),
    show: (rule) => <MoveButtons action={`${PATH}/${rule.id}/platz`} name={conditions(rule, props)} />,
  },
  {
    key: 'end',
    label: t('administration.people.end'),
    show: ({ id }) => (
      <ConfirmButton
        action={`${PATH}/${id}/ende`}
        label={t('administration.people.end')}
        icon="close"
        consequence={t('administration.rule.end.consequence')}
        confirm={t('administration.rule.end')}
      />
    ),
  },
]
