import { PlaceMap } from '#core/places/index.ts'
import {
  Alert,
  ButtonLink,
  Columns,
  CopyField,
  DefinitionList,
  Icon,
  Page,
  PhotoStrip,
  QrCode,
  Section,
  Time,
  Timeline,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { PartyRole } from '../../cases/index.ts'
import { BelongsTo, Together } from '../incident/incident.view.tsx'
import { PromiseView } from '../promise/promise.view.tsx'
import type { PublicReport } from '../report.view.rules.ts'
import { publicPhoto } from './public-photo.ts'
import { PublicStage } from './report-card.view.tsx'
import { publicTimeline } from './timeline.view.tsx'
import { beginning, inWords } from './words.ts'

type Props = {
  report: PublicReport
  /** With scheme and host, for the QR code. */
  address: string
  /** Of the reader, if she takes part. */
  role: PartyRole | undefined
}

const isOpen = ({ stage }: PublicReport) => stage !== 'done' && stage !== 'ended'

/** What everybody may know about one report. */
export const ReportPage = ({ report, address, role }: Props) => {
  const name = inWords(report.category.name)
  return (
    <Page
      title={name}
      preline={report.number}
      lead={report.place.label}
      actions={<PublicStage stage={report.stage} />}
      description={beginning(report.publicText, 150) || `${name}, ${report.place.label}`}
      noindex={!report.published}
      breadcrumbs={[
        { href: '/', label: t('reports.home') },
        { href: '/meldungen', label: t('reports.title') },
      ]}
    >
      {role ? <YourPart number={report.number} role={role} /> : null}
      {report.incident?.isMember ? <BelongsTo incident={report.incident} /> : null}
      <Columns side={<Side report={report} address={address} role={role} />}>
        <Photos report={report} name={name} />
        {report.publicText ? <p class="words words--large">{report.publicText}</p> : null}
        <Support report={report} role={role} />
        {report.incident ? <Together incident={report.incident} /> : null}
        <Section title={t('reportPage.timeline')}>
          {report.questionOpen ? (
            <Alert tone="warning" title={t('reportPage.question')}>
              <p>{t('reportPage.question.text')}</p>
            </Alert>
          ) : null}
          <Timeline
            items={publicTimeline(report, (photo) => publicPhoto(photo, t('reports.photo.alt', { what: name, where: report.place.label })))}
          />
        </Section>
      </Columns>
    </Page>
  )
}

const YourPart = ({ number, role }: { number: string; role: PartyRole }) => (
  <Alert tone="info" title={t(`reportPage.yours.${role}`)}>
    <p>
      <a href={href(`/status/${number}`)}>{t('reportPage.yours.status')}</a>
    </p>
  </Alert>
)

const Photos = ({ report, name }: { report: PublicReport; name: string }) => {
  const marked = (role: 'before' | 'after') =>
    report.photos
      .filter((photo) => photo.role === role)
      .map((photo) => ({
        ...publicPhoto(photo, t(`reports.photo.${role}.alt`, { what: name, where: report.place.label })),
        mark: t(`reports.photo.${role}`),
      }))
  const [before, after] = [marked('before'), marked('after')]
  if (before.length + after.length === 0) return null
  return (
    <PhotoStrip
      photos={after.length > 0 ? [...before, ...after] : before.map(({ mark: _, ...photo }) => photo)}
      label={t('reports.photos')}
    />
  )
}

/** "Me too" leads to a page of its own, so that this one is the same for everybody and can be kept. */
const Support = ({ report, role }: { report: PublicReport; role: PartyRole | undefined }) => {
  const count =
    report.supportCount > 0 ? (
      <p class="support__count">
        <Icon name="people" />
        {t('reportPage.support.count', { count: report.supportCount })}
      </p>
    ) : null
  // Of a damage that several reported, the report that goes on is joined.
  if (!isOpen(report) || report.incident?.isMember) return count && <div class="support">{count}</div>
  return (
    <div class="support">
      {count ?? (
        <p class="support__count">
          <Icon name="people" />
          {t('reportPage.support.none')}
        </p>
      )}
      {!role ? (
        <ButtonLink href={`/meldungen/${report.number}/auch`} icon="hand">
          {t('reportPage.support')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={`/meldungen/${report.number}/folgen`} kind="tertiary" icon="bell">
        {t('reportPage.follow')}
      </ButtonLink>
    </div>
  )
}

const Side = ({ report, address }: Props) => (
  <>
    <PlaceMap
      places={[{ lat: report.place.lat, lon: report.place.lon, label: report.place.label }]}
      label={t('reports.map.of', { place: report.place.label })}
      size="small"
      zoom={16}
    />
    <DefinitionList
      stacked
      items={[
        { term: t('reportPage.place'), value: report.place.note ? `${report.place.label} · ${report.place.note}` : report.place.label },
        { term: t('reportPage.unit'), value: report.unitName ?? t('reportPage.unit.none') },
        { term: t('reportPage.why'), value: report.routingNote ? inWords(report.routingNote) : undefined },
        { term: t('reportPage.received'), value: <Time at={report.receivedAt} show="exact" /> },
        { term: t('reportPage.planned'), value: report.plannedFor ? <Time at={report.plannedFor} show="day" /> : undefined },
        { term: t('promise.title'), value: report.promise ? <PromiseView promise={report.promise} doneAt={report.closedAt} /> : undefined },
        { term: t('reportPage.closed'), value: report.closedAt ? <Time at={report.closedAt} show="exact" /> : undefined },
        { term: t('reportPage.reason'), value: report.endReason ? t(`report.endReason.${report.endReason}`) : undefined },
      ]}
    />
    <Share report={report} address={address} />
  </>
)

const Share = ({ report, address }: { report: PublicReport; address: string }) => (
  <details class="share">
    <summary class="share__open">
      <Icon name="share" /> {t('reportPage.share')}
    </summary>
    <div class="share__ways">
      <QrCode address={address} label={t('reportPage.qr', { number: report.number })} size={132} />
      <CopyField name="address" label={t('reportPage.address')} value={address} />
    </div>
  </details>
)
