import { PlaceMap } from '#core/places/index.ts'
import { Alert, ButtonLink, ButtonRow, EmptyState, Page, Section, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { PublicStage } from '../pages/report-card.view.tsx'
import { isSearched, type RootCauseState } from '../rootcause/root-cause.rules.ts'
import type { AssetReport, Year } from './asset-history.rules.ts'

type Thing = { kind: string; number: string; name: string | undefined; street: string | undefined; lat: number; lon: number }
type Props = {
  /** The search for a cause that is under way; staff sees also a proposal. */
  cause: { number: string; repairs: number; state: RootCauseState } | undefined
  staff: boolean
  asset: Thing
  reports: readonly AssetReport[]
  years: readonly Year[]
  more: boolean
}

/** What one lamp, tree or playground remembers. */
export const AssetPage = ({ asset, reports, years, more, cause, staff }: Props) => {
  const label = asset.name ?? asset.number
  const number = encodeURIComponent(asset.number)
  return (
    <Page
      title={label}
      preline={t(`place.asset.${asset.kind}`)}
      lead={[asset.name && asset.number, asset.street].filter(Boolean).join(' · ')}
      width="reading"
    >
      <PlaceMap places={[{ lat: asset.lat, lon: asset.lon, label }]} label={t('asset.map', { place: label })} size="small" zoom={17} />
      {cause ? <Cause cause={cause} staff={staff} /> : null}
      <ButtonRow>
        <ButtonLink href={`/meldungen/neu?objekt=${number}`} kind="primary" icon="flag">
          {t('asset.report')}
        </ButtonLink>
        <ButtonLink href={`/meldungen/abo?objekt=${number}`} kind="tertiary" icon="bell">
          {t('asset.subscribe')}
        </ButtonLink>
        {staff ? (
          <ButtonLink href={`/amt/objekte/etiketten?nummern=${number}`} kind="tertiary" icon="print">
            {t('asset.label')}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {reports.length === 0 ? (
        <Section title={t('asset.history')}>
          <EmptyState icon="flag" title={t('asset.none')} text={t('asset.none.text')} />
        </Section>
      ) : (
        <>
          <Section title={t('asset.years')}>
            <Table
              caption={t('asset.years')}
              hideCaption
              rows={years}
              rowKey={({ year }) => String(year)}
              columns={[
                { key: 'year', label: t('asset.year'), show: ({ year }) => String(year), names: true },
                { key: 'reports', label: t('asset.reports'), show: ({ reports: count }) => count, numeric: true },
                { key: 'repairs', label: t('asset.repairs'), show: ({ repairs }) => repairs, numeric: true },
              ]}
            />
          </Section>
          <Section title={t('asset.history')} lead={more ? t('asset.more', { count: reports.length }) : undefined}>
            <Table
              caption={t('asset.history')}
              hideCaption
              rows={reports}
              rowKey={(report) => report.number}
              columns={[
                {
                  key: 'what',
                  label: t('asset.what'),
                  show: (report) => <a href={href(`/meldungen/${report.number}`)}>{`${report.title} · ${report.number}`}</a>,
                  names: true,
                },
                { key: 'at', label: t('asset.at'), show: ({ receivedAt }) => <Time at={receivedAt} show="day" /> },
                { key: 'stage', label: t('asset.stage'), show: ({ stage }) => <PublicStage stage={stage} /> },
              ]}
            />
          </Section>
        </>
      )}
    </Page>
  )
}

const Cause = ({ cause, staff }: { cause: NonNullable<Props['cause']>; staff: boolean }) => (
  <Alert tone="info" title={t(isSearched(cause.state) ? 'rootCause.public' : 'rootCause.state.proposed')}>
    <p>
      {cause.state === 'decided' ? t('rootCause.public.decided') : t('rootCause.public.text', { count: cause.repairs })}
      {staff ? (
        <>
          {' '}
          <a href={href(`/amt/ursachen/${cause.number}`)}>{t('rootCause.staff', { number: cause.number })}</a>
        </>
      ) : null}
    </p>
  </Alert>
)
