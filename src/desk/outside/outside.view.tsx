import { Live } from '#core/notifications/index.ts'
import { PlaceMap } from '#core/places/index.ts'
import { Alert, Button, ButtonLink, ButtonRow, EmptyState, Field, Form, Icon, Page, Section, Tabs } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { type Way, wayText } from './outside.read.ts'
import { type Order, orders } from './outside.rules.ts'
import { ALONG_KEY, OUTSIDE, WITHOUT_NETWORK } from './paths.ts'
import { StopCard } from './stop.view.tsx'

/** Above this a map is only a crowd of pins. */
const ON_MAP = 50

export const OutsidePage = ({ way }: { way: Way }) => (
  <Page
    title={t('outside.title')}
    lead={t('outside.lead')}
    noindex
    breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
    actions={
      <ButtonLink href={reportPath(way)} icon="add" kind="secondary">
        {t('outside.report')}
      </ButtonLink>
    }
  >
    <Live topics={['desk']} />
    <Where way={way} />
    <Tabs label={t('outside.order')} items={orders.map((order) => orderTab(way, order))} />
    <Whose way={way} />
    {way.stops.length === 0 ? (
      <EmptyState icon="success" title={t('outside.none')} text={t('outside.noneText')}>
        <ButtonLink href="/amt/meldungen">{t('desk.list.title')}</ButtonLink>
      </EmptyState>
    ) : (
      <>
        <TakeAlong way={way} />
        <ol class="outside-list" aria-label={t('outside.list')}>
          {way.stops.map((stop, i) => (
            <StopCard key={stop.id} stop={stop} from={way.from} way={wayText(way.query)} n={way.order === 'tour' ? i + 1 : undefined} />
          ))}
        </ol>
        <More way={way} />
        <details class="outside-map">
          <summary>{t('outside.map')}</summary>
          <PlaceMap
            size="small"
            places={way.stops.slice(0, ON_MAP).map(({ lat, lon, placeLabel }) => ({ lat, lon, label: placeLabel }))}
            label={t('outside.map.label')}
          />
        </details>
      </>
    )}
  </Page>
)

/** The report form, at this position where it is known. */
function reportPath({ from }: Way): string {
  const at = from ? `&objekt=${encodeURIComponent(`${from.lat.toFixed(5)}, ${from.lon.toFixed(5)}`)}` : ''
  return `/meldungen/neu?kanal=desk${at}`
}

/** Asks for the position by a button, once; without script or position a street or a well-known place will do. */
const Where = ({ way: { from, query, unknownPlace } }: { way: Way }) => (
  <Section title={t('outside.where')} sheet>
    <div
      data-controller="outside-position"
      data-outside-position-path-value={href(OUTSIDE)}
      data-outside-position-query-value={wayText(query, { lat: undefined, lon: undefined, ort: '', reihe: undefined })}
      data-outside-position-texts-value={JSON.stringify({ asking: t('outside.where.asking'), failed: t('outside.where.failed') })}
    >
      {from ? <p>{from.label ? t('outside.where.from', { place: from.label }) : t('outside.where.device')}</p> : null}
      {unknownPlace ? <Alert tone="warning" title={t('outside.where.unknown', { place: unknownPlace })} /> : null}
      <div class="outside-where" data-outside-position-target="offer" hidden>
        <Button icon="pin" kind="primary" data={{ 'data-action': 'outside-position#ask' }}>
          {t('outside.where.ask')}
        </Button>
        <p role="status" data-outside-position-target="said" />
      </div>
      <Form action={OUTSIDE} method="get" class="outside-place" id="where">
        {query.nur === 'meine' ? <input type="hidden" name="nur" value="meine" /> : null}
        {query.reihe === 'tour' ? <input type="hidden" name="reihe" value="tour" /> : null}
        <Field name="ort" label={t('outside.where.place')} value={query.ort} maxLength={200} />
        <Button type="submit">{t('outside.where.show')}</Button>
      </Form>
    </div>
  </Section>
)

const orderTab = ({ query, order, from }: Way, it: Order) => ({
  href: `${OUTSIDE}?${wayText(query, { reihe: it, zeigen: 25 })}`,
  label: t(it === 'nah' && !from ? 'outside.order.nah.unknown' : `outside.order.${it}`),
  current: it === order,
})

const Whose = ({ way: { query, more } }: { way: Way }) => (
  <>
    <p class="outside-whose">
      {query.nur === 'meine' ? t('outside.mine') : t('outside.all')}{' '}
      <a href={href(`${OUTSIDE}?${wayText(query, { nur: query.nur === 'meine' ? 'alle' : 'meine', zeigen: 25 })}`)}>
        {t(query.nur === 'meine' ? 'outside.showAll' : 'outside.showMine')}
      </a>
    </p>
    {more ? <p class="kern-body kern-body--muted">{t('outside.more')}</p> : null}
  </>
)

const MOST_SHOWN = 100

const More = ({ way: { query, stops, numbers } }: { way: Way }) =>
  numbers.length > stops.length && stops.length < MOST_SHOWN ? (
    <ButtonRow>
      <ButtonLink href={`${OUTSIDE}?${wayText(query, { zeigen: Math.min(MOST_SHOWN, query.zeigen + 25) })}`} icon="arrow-down">
        {t('outside.showMore', { count: Math.min(25, numbers.length - stops.length) })}
      </ButtonLink>
    </ButtonRow>
  ) : null

/** Only where scripts run: it keeps the tour on the device. */
const TakeAlong = ({ way }: { way: Way }) => (
  <div
    class="outside-along"
    data-controller="outside-along"
    data-outside-along-base-value={frame().base}
    data-outside-along-key-value={ALONG_KEY}
    data-outside-along-source-value={href(`${OUTSIDE}/mitnehmen.json?${wayText(way.query)}`)}
    data-outside-along-page-value={href(WITHOUT_NETWORK)}
    data-outside-along-texts-value={JSON.stringify({
      taking: t('outside.along.taking'),
      taken: t('outside.along.taken', { count: '{count}', time: '{time}' }),
      failed: t('outside.along.failed'),
      full: t('outside.along.full'),
      left: t('outside.along.left'),
    })}
    hidden
  >
    <ButtonRow>
      <Button icon="download" data={{ 'data-action': 'outside-along#take', 'data-outside-along-target': 'take' }}>
        {t('outside.along.take', { count: Math.min(50, way.numbers.length) })}
      </Button>
      <Button kind="tertiary" icon="delete" data={{ 'data-action': 'outside-along#leave', 'data-outside-along-target': 'leave' }}>
        {t('outside.along.leave')}
      </Button>
    </ButtonRow>
    <p role="status" data-outside-along-target="said" />
    <p data-outside-along-target="open" hidden>
      <a href={href(WITHOUT_NETWORK)} data-turbo="false">
        <Icon name="list" size="small" /> {t('outside.along.open')}
      </a>
    </p>
    <p class="kern-hint">{t('outside.along.hint')}</p>
  </div>
)
