import { PlaceMap } from '#core/places/index.ts'
import { Alert, ButtonLink, EmptyState, exactDay, Page, PrintButton, QrCode } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { lengthOf } from './tour.rules.ts'
import type { Stop } from './tour.sql.ts'

type TourProps = { stops: readonly Stop[]; left: number; liste: string; origin: string }

export const TourPage = ({ stops, left, liste, origin }: TourProps) => (
  <Page
    title={t('tour.title')}
    lead={t('tour.lead', { count: stops.length, kilometres: lengthOf(stops) / 1000 })}
    noindex
    breadcrumbs={[
      { href: '/amt', label: t('desk.home.title') },
      { href: `/amt/meldungen${liste ? `?${liste}` : ''}`, label: t('desk.list.title') },
    ]}
    actions={
      <>
        <ButtonLink href="/amt/unterwegs?reihe=tour" icon="pin" kind="tertiary">
          {t('tour.outside')}
        </ButtonLink>
        <PrintButton />
      </>
    }
  >
    {left > 0 ? <Alert tone="warning" title={t('tour.tooMany', { count: left })} /> : null}
    {stops.length === 0 ? (
      <EmptyState icon="checklist" title={t('tour.none')} text={t('tour.noneText')} />
    ) : (
      <>
        <PlaceMap places={stops.map(({ lat, lon, placeLabel }) => ({ lat, lon, label: placeLabel }))} label={t('tour.map')} />
        <ol class="tour">
          {stops.map((stop, i) => (
            <li key={stop.number} class="tour__stop">
              <div>
                <p class="tour__title">
                  {i + 1}. <a href={href(`/amt/meldungen/${stop.number}`)}>{stop.title}</a>
                </p>
                <p>{stop.placeLabel}</p>
                <p class="desk-news__meta">
                  {stop.number} · {t('tour.due', { day: exactDay(stop.dueAt) })}
                </p>
                <p class="tour__notes">{t('tour.notes')}</p>
              </div>
              <QrCode
                address={`${origin}${href(`/amt/meldungen/${stop.number}`)}`}
                label={t('tour.qr', { number: stop.number })}
                size={96}
              />
            </li>
          ))}
        </ol>
      </>
    )}
  </Page>
)
