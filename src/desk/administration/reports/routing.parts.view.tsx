import { nameIn, type Organisation } from '#core/organisations/index.ts'
import type { District } from '#core/places/index.ts'
import {
  Alert,
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
import type { Category, CategoryGroup, KeptRule, PlaceChoice, Routed, RoutingRule } from '#services/reports/index.ts'
import { MoveButtons } from './categories.view.tsx'

export const ROUTING = '/verwaltung/zustaendigkeit'
export const DRAFT = `${ROUTING}/entwurf`

/** Names for what rules ask for. */
export type Names = {
  categories: readonly Category[]
  groups: readonly CategoryGroup[]
  districts: readonly District[]
  units: readonly Organisation[]
  locale: Locale
}

/** What the test box found. */
export type Tried = { place: PlaceChoice; routed: Routed } | { refusal: NonNullable<FormState['refusal']> }
export type TryQuery = { kategorie?: string | undefined; ort: string }

type TestBoxProps = { names: Names; action: string; query: TryQuery; tried: Tried | undefined }

export const TestBox = ({ names, action, query, tried }: TestBoxProps) => (
  <Section title={t('administration.try')} lead={t('administration.try.lead')} sheet>
    <Form action={action} method="get" state={{ input: query, errors: {} }} id="try">
      <Select
        name="kategorie"
        label={t('administration.category.one')}
        empty={t('administration.choose')}
        options={names.categories.map(({ id, name }) => ({ value: id, label: name[names.locale] }))}
      />
      <Field name="ort" label={t('administration.try.place')} hint={t('administration.try.place.hint')} maxLength={200} />
      <Submit kind="secondary" icon="help">
        {t('administration.try.go')}
      </Submit>
    </Form>
    {tried && 'refusal' in tried ? <Refused refusal={tried.refusal} /> : null}
    {tried && 'routed' in tried ? <Answer {...tried} names={names} /> : null}
  </Section>
)

const Answer = ({ place, routed: { unitId, publicNote, trace }, names }: { place: PlaceChoice; routed: Routed; names: Names }) => (
  <div class="try-answer">
    <Alert
      tone={unitId ? 'success' : 'warning'}
      title={t('administration.try.gets', { unit: unitName(names, unitId), place: place.label })}
      live
    >
      {publicNote ? <p>{publicNote[names.locale]}</p> : null}
    </Alert>
    <h3>{t('administration.try.why')}</h3>
    <ol class="trace">
      {trace.tried.map((line) => (
        <li key={`${line.level} ${line.ruleId ?? ''}`} class={line.taken ? 'trace__taken' : undefined}>
          <Icon name={line.taken ? 'check' : 'close'} size="small" /> {t(`report.routing.${line.level}`)}:{' '}
          {line.taken ? <strong>{unitName(names, line.unitId)}</strong> : t('report.routing.notTaken')}
        </li>
      ))}
    </ol>
    {trace.facts.roadOwner ? <p>{t('administration.try.owner', { owner: t(`administration.owner.${trace.facts.roadOwner}`) })}</p> : null}
    {trace.version ? <p>{t('administration.try.version', { number: trace.version })}</p> : null}
  </div>
)

export function unitName({ units, locale }: Names, id: string | undefined): string {
  const unit = units.find((each) => each.id === id)
  return unit ? nameIn(unit, locale) : t('administration.try.nobody')
}

export const assetKindName = (kind: string): string => (hasText(`administration.asset.${kind}`) ? t(`administration.asset.${kind}`) : kind)

/** "Schlagloch · Altstadt · Straße des Landes": all conditions must hold. */
export function conditions(rule: RoutingRule, { categories, groups, districts, locale }: Names): string {
  const named = [
    categories.find(({ id }) => id === rule.categoryId)?.name[locale],
    groups.find(({ code }) => code === rule.groupCode)?.name[locale],
    districts.find(({ id }) => id === rule.districtId)?.name,
    rule.owner && t(`administration.owner.${rule.owner}`),
    rule.assetKind && assetKindName(rule.assetKind),
  ]
  return named.filter(Boolean).join(' · ') || t('administration.rule.closedCategory')
}

type RulesProps = { rules: readonly KeptRule[]; names: Names; edit?: boolean }

/** The rules in their order; in the draft each can be changed, moved and taken out. */
export const Rules = ({ rules, names, edit }: RulesProps) => (
  <Table
    caption={t('administration.rules')}
    hideCaption
    columns={[...shown(names, edit), ...(edit ? editing(names) : [])]}
    rows={rules}
    rowKey={({ id }) => id}
    empty={<EmptyState icon="share" title={t('administration.rules.none')} text={t('administration.rules.none.text')} />}
  />
)

const shown = (names: Names, edit?: boolean): Column<KeptRule>[] => [
  {
    key: 'when',
    label: t('administration.rule.when'),
    names: true,
    show: (rule) =>
      edit ? (
        <a class="kern-link" href={href(`${DRAFT}/${rule.id}`)}>
          {conditions(rule, names)}
        </a>
      ) : (
        conditions(rule, names)
      ),
  },
  { key: 'unit', label: t('administration.rule.unit'), show: ({ unitName: name }) => name },
  { key: 'note', label: t('administration.rule.note'), show: ({ publicNote }) => publicNote?.[names.locale] ?? '–', minor: true },
]

const editing = (names: Names): Column<KeptRule>[] => [
  {
    key: 'place',
    label: t('administration.place'),
    show: (rule) => <MoveButtons action={`${DRAFT}/${rule.id}/platz`} name={conditions(rule, names)} />,
  },
  {
    key: 'end',
    label: t('administration.rule.out'),
    show: ({ id }) => (
      <ConfirmButton
        action={`${DRAFT}/${id}/ende`}
        label={t('administration.rule.out')}
        icon="close"
        consequence={t('administration.rule.end.consequence')}
        confirm={t('administration.rule.end')}
      />
    ),
  },
]
