import { type District, PlaceField, type PlaceHit } from '#core/places/index.ts'
import { Alert, ButtonLink, ButtonRow, Card, CardList, Choice, EmptyState, Field, Form, Page, Select, Submit, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { Category, CategoryGroup } from '../category.rules.ts'
import { inWords } from '../pages/words.ts'
import { paces, radii, type Subscription } from './subscription.rules.ts'

export type Catalogue = { categories: readonly Category[]; groups: readonly CategoryGroup[]; districts: readonly District[] }

const crumbs = () => [
  { href: '/', label: t('reports.home') },
  { href: '/meldungen', label: t('reports.title') },
]

type FormProps = Catalogue & { form: Again; signedIn: boolean; candidates?: readonly PlaceHit[] }

/** One page, three ways to say where; without script all three stand below each other. */
export const SubscribePage = ({ form, signedIn, candidates = [], categories, groups, districts }: FormProps) => (
  <Page title={t('subscription.title')} lead={t('subscription.lead')} width="reading" breadcrumbs={crumbs()}>
    <Form action="/meldungen/abo" state={form}>
      <Choice
        name="was"
        label={t('subscription.where')}
        options={(['gebiet', 'umkreis', 'objekt'] as const).map((value) => ({ value, label: t(`subscription.where.${value}`) }))}
      />
      <Select
        name="ortsteil"
        label={t('subscription.district')}
        empty={t('subscription.district.all')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <details open={form.input.was === 'umkreis'}>
        <summary>{t('subscription.around')}</summary>
        <PlaceField label={t('subscription.place')} candidates={candidates} withoutNote />
        <Select
          name="umkreis"
          label={t('subscription.radius')}
          options={radii.map((value) => ({ value: String(value), label: t('subscription.metres', { count: value }) }))}
        />
      </details>
      <Field name="objekt" label={t('subscription.asset')} hint={t('subscription.asset.hint')} maxLength={20} optional />
      <Select
        name="art"
        label={t('subscription.kind')}
        empty={t('subscription.kind.all')}
        options={groups.map((group) => ({
          group: inWords(group.name),
          options: categories
            .filter(({ groupCode, closedAt }) => groupCode === group.code && !closedAt)
            .map(({ code, name }) => ({ value: code, label: inWords(name) })),
        }))}
      />
      <Choice
        name="wann"
        label={t('subscription.pace')}
        options={paces.map((value) => ({ value, label: t(`subscription.pace.${value}`) }))}
      />
      {signedIn ? (
        <p>{t('subscription.account')}</p>
      ) : (
        <Field name="email" type="email" label={t('subscription.email')} hint={t('subscription.email.hint')} autocomplete="email" />
      )}
      <ButtonRow>
        <Submit icon="bell">{t('subscription.do')}</Submit>
        <ButtonLink href="/meldungen" kind="tertiary">
          {t('subscription.back')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)

const whereOf = (it: Subscription, { districts }: Pick<Catalogue, 'districts'>): string => {
  if (it.assetId) return t('subscription.is.asset', { place: it.placeLabel })
  if (it.around) return t('subscription.is.around', { metres: it.around.radiusM, place: it.placeLabel })
  const district = districts.find(({ id }) => id === it.districtId)
  return district ? t('subscription.is.district', { district: district.name }) : t('subscription.is.town')
}

type ListProps = Catalogue & {
  title: string
  items: readonly Subscription[]
  /** Where the form that ends one goes. */
  endAction: (id: string) => string
  mine: boolean
}

export const SubscriptionList = ({ title, items, endAction, mine, ...known }: ListProps) => (
  <Page
    title={title}
    lead={t('subscription.list.lead')}
    noindex
    breadcrumbs={mine ? [{ href: '/mein', label: t('mine.title') }] : crumbs()}
  >
    {items.length > 0 ? (
      <CardList label={title}>
        {items.map((it) => {
          const category = known.categories.find(({ id }) => id === it.categoryId)
          const name = whereOf(it, known)
          return (
            <Card key={it.id} title={name} subline={category ? inWords(category.name) : t('subscription.kind.all')} level={2}>
              <p>
                {t(`subscription.pace.${it.pace}`)} · <Time at={it.since} show="day" />
              </p>
              {it.email && !it.confirmedAt ? <p>{t('subscription.unconfirmed')}</p> : null}
              <Form action={endAction(it.id)}>
                <input type="hidden" name="id" value={it.id} />
                <Submit kind="secondary" icon="delete">
                  {t('subscription.end')}
                  <span class="sr-only"> {name}</span>
                </Submit>
              </Form>
            </Card>
          )
        })}
      </CardList>
    ) : (
      <EmptyState icon="bell" title={t('subscription.none')} text={t('subscription.none.text')}>
        <ButtonLink href="/meldungen/abo" kind="primary">
          {t('subscription.new')}
        </ButtonLink>
      </EmptyState>
    )}
    {items.length > 0 ? (
      <ButtonRow>
        <ButtonLink href="/meldungen/abo" icon="add">
          {t('subscription.new')}
        </ButtonLink>
      </ButtonRow>
    ) : null}
  </Page>
)

/** A question with one button: confirms or ends what a mail's link names. GET changes nothing, mail programs open every link. */
export const AskPage = ({ ask, action, done }: { ask: 'confirm' | 'unsubscribe'; action: string; done: boolean }) => (
  <Page title={t(`subscription.${ask}.title`)} width="reading" noindex>
    {done ? (
      <Alert tone="success" title={t(`subscription.${ask}.done`)} live />
    ) : (
      <Form action={action}>
        <p class="kern-body">{t(`subscription.${ask}.question`)}</p>
        <Submit>{t(`subscription.${ask}.do`)}</Submit>
      </Form>
    )}
  </Page>
)
