import { type Asset, assetKinds, type District } from '#core/places/index.ts'
import { Alert, CoatOfArms, EmptyState, Field, FilterBar, Page, Pager, PrintButton, QrCode, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { sheetsOf } from './labels.rules.ts'

export const PATH = '/amt/objekte/etiketten'

type Props = {
  choice: { art?: string | undefined; stadtteil?: string | undefined; nummern: string; ab: number }
  districts: readonly District[]
  assets: readonly Asset[]
  /** Typed numbers that no thing has. */
  unknown: readonly string[]
  /** Typed numbers beyond those that are shown. */
  tooMany: number
  next: string | undefined
  origin: string
}

export const LabelsPage = ({ choice, districts, assets, unknown, tooMany, next, origin }: Props) => {
  const { art, stadtteil, nummern, ab } = choice
  const asked = nummern.trim() !== '' || art !== undefined || stadtteil !== undefined
  const sheets = sheetsOf(assets, ab)
  const further = new URLSearchParams({ ...(art ? { art } : {}), ...(stadtteil ? { stadtteil } : {}), nach: next ?? '' })
  return (
    <Page
      title={t('labels.title')}
      lead={t('labels.lead')}
      noindex
      breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
      actions={assets.length > 0 ? <PrintButton label={t('labels.print')} /> : undefined}
    >
      <FilterBar
        action={PATH}
        values={choice}
        active={asked ? 1 : 0}
        result={assets.length > 0 ? t('labels.count', { count: assets.length, sheets: sheets.length }) : undefined}
      >
        <Select
          name="art"
          label={t('labels.kind')}
          empty={t('labels.kind.all')}
          options={assetKinds.map((kind) => ({ value: kind, label: t(`place.asset.${kind}`) }))}
        />
        <Select
          name="stadtteil"
          label={t('labels.district')}
          empty={t('labels.district.all')}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field name="nummern" label={t('labels.numbers')} hint={t('labels.numbers.hint')} rows={2} maxLength={6000} />
        <Field name="ab" type="number" label={t('labels.first')} hint={t('labels.first.hint')} min={1} max={24} width="short" />
      </FilterBar>
      {unknown.length > 0 ? (
        <Alert tone="warning" title={t('labels.unknown', { count: unknown.length })}>
          <p class="labels__unknown">{unknown.join(', ')}</p>
        </Alert>
      ) : null}
      {tooMany > 0 ? <Alert tone="warning" title={t('labels.tooMany', { count: tooMany })} /> : null}
      {next ? <Alert tone="info" title={t('labels.more')} /> : null}
      {assets.length > 0 ? (
        <p class="kern-body">{t('labels.paper')}</p>
      ) : (
        <EmptyState
          icon="print"
          title={t(asked ? 'labels.nothing' : 'labels.none')}
          text={t(asked ? 'labels.nothing.text' : 'labels.none.text')}
        />
      )}
      {sheets.map((sheet, i) => (
        <ol key={i} class="label-sheet">
          {sheet.map((asset, place) =>
            asset ? <Label key={asset.id} asset={asset} origin={origin} /> : <li key={place} class="plate-label plate-label--used" />,
          )}
        </ol>
      ))}
      <Pager next={next ? `${PATH}?${further}` : undefined} />
    </Page>
  )
}

/** What is stuck on the thing. Whoever cannot scan types the short address. */
const Label = ({ asset: { number, kind, street }, origin }: { asset: Asset; origin: string }) => {
  const coded = encodeURIComponent(number)
  return (
    <li class="plate-label">
      <QrCode address={`${origin}${href(`/objekte/${coded}`)}`} label={t('labels.qr', { number })} size={102} />
      <div class="plate-label__words">
        <CoatOfArms size={26} />
        <p class="plate-label__say">{t('labels.say')}</p>
        <p class="plate-label__number">{number}</p>
        <p class="plate-label__small">{[t(`place.asset.${kind}`), street].filter(Boolean).join(', ')}</p>
        <p class="plate-label__small">{`${origin.replace(/^https?:\/\//, '')}${href(`/o/${coded}`)}`}</p>
      </div>
    </li>
  )
}
