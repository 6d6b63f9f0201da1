import {
  Alert,
  ButtonLink,
  ConfirmButton,
  EmptyState,
  exactDay,
  type FormState,
  Page,
  Refused,
  Section,
  Stat,
  Stats,
  Table,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { DueCount, LegalHold, RetentionRule, RetentionRun, RetentionStep } from '#services/cases/index.ts'
import { casePath } from '../home/index.ts'
import { kindName, resultName } from './result-name.ts'

const PATH = '/verwaltung/aufbewahrung'

type Props = {
  rules: readonly (RetentionRule & { own: boolean })[]
  tonight: readonly { step: RetentionStep; due: DueCount }[]
  runs: readonly RetentionRun[]
  holds: readonly LegalHold[]
  names: ReadonlyMap<string, string>
  manages: boolean
  form: FormState
}

export const countText = ({ count, more }: DueCount): string => (more ? t('retention.page.more', { count }) : String(count))

export const RetentionPage = ({ rules, tonight, runs, holds, names, manages, form }: Props) => (
  <Page
    title={t('retention.page.title')}
    lead={t('retention.page.lead')}
    breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }]}
    actions={
      <ButtonLink href={`${PATH}/nachweis`} icon="list" kind="secondary">
        {t('retention.records')}
      </ButtonLink>
    }
    width="wide"
    noindex
  >
    <Refused refusal={form.refusal} />
    <Section title={t('retention.page.tonight')} lead={t('retention.page.tonight.lead')} sheet>
      <Stats>
        {tonight.map(({ step, due }) => (
          <Stat key={step} label={t(`retention.step.${step}`)} value={countText(due)} note={due.samples.join(', ') || undefined} />
        ))}
      </Stats>
      {manages ? <RunNow running={runs.some(({ endedAt }) => !endedAt)} tonight={tonight} /> : null}
    </Section>
    <Section title={t('retention.page.rules')}>
      <Table
        caption={t('retention.page.rules')}
        hideCaption
        rows={rules}
        rowKey={({ kind, result }) => `${kind} ${result}`}
        columns={[
          { key: 'kind', label: t('retention.record.kind'), show: ({ kind }) => t(kindName(kind)) },
          {
            key: 'result',
            label: t('retention.record.result'),
            names: true,
            show: (rule) => <a href={href(`${PATH}/${rule.kind}/${rule.result}`)}>{t(resultName(rule))}</a>,
          },
          { key: 'archive', label: t('retention.step.archive'), show: ({ archiveDays }) => t('retention.days', { count: archiveDays }) },
          {
            key: 'anonymise',
            label: t('retention.step.anonymise'),
            show: ({ anonymiseDays }) => t('retention.days', { count: anonymiseDays }),
          },
          { key: 'delete', label: t('retention.step.delete'), show: ({ deleteDays }) => t('retention.days', { count: deleteDays }) },
          { key: 'own', label: t('retention.page.from'), show: ({ own }) => t(own ? 'retention.page.own' : 'retention.page.default') },
          { key: 'reason', label: t('retention.record.reason'), minor: true, show: ({ reason }) => reason },
        ]}
      />
    </Section>
    <Section title={t('retention.page.holds')}>
      <Table
        caption={t('retention.page.holds')}
        hideCaption
        rows={holds}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('retention.page.noHolds')} />}
        columns={[
          {
            key: 'number',
            label: t('retention.record.number'),
            names: true,
            show: ({ number }) => <a href={href(`${casePath(number)}/aufbewahrung`)}>{number}</a>,
          },
          { key: 'reason', label: t('retention.hold.reason'), show: ({ reason }) => reason },
          { key: 'until', label: t('retention.hold.untilOn'), show: ({ untilOn }) => exactDay(new Date(untilOn)) },
          { key: 'by', label: t('retention.record.by'), show: ({ byPersonId }) => names.get(byPersonId ?? '') ?? '–' },
        ]}
      />
    </Section>
    <Section title={t('retention.page.runs')}>
      <Table
        caption={t('retention.page.runs')}
        hideCaption
        rows={runs}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('retention.page.noRuns')} />}
        columns={[
          { key: 'at', label: t('retention.record.at'), names: true, show: ({ startedAt }) => <Time at={startedAt} /> },
          {
            key: 'end',
            label: t('retention.page.state'),
            show: ({ endedAt }) => t(endedAt ? 'retention.page.ended' : 'retention.page.running'),
          },
          { key: 'archived', label: t('retention.step.archive'), numeric: true, show: ({ archived }) => archived },
          { key: 'anonymised', label: t('retention.step.anonymise'), numeric: true, show: ({ anonymised }) => anonymised },
          { key: 'told', label: t('retention.step.tell'), numeric: true, show: ({ told }) => told },
          { key: 'deleted', label: t('retention.step.delete'), numeric: true, show: ({ deleted }) => deleted },
          {
            key: 'by',
            label: t('retention.record.by'),
            show: ({ byPersonId }) => (byPersonId ? (names.get(byPersonId) ?? '–') : t('retention.by.night')),
          },
        ]}
      />
    </Section>
  </Page>
)

const RunNow = ({ running, tonight }: Pick<Props, 'tonight'> & { running: boolean }) => {
  if (running)
    return (
      <Alert tone="info" title={t('retention.page.running')}>
        <p>{t('retention.page.running.lead')}</p>
      </Alert>
    )
  const counts = Object.fromEntries(tonight.map(({ step, due }) => [step, countText(due)]))
  return (
    <ConfirmButton
      action={`${PATH}/lauf`}
      label={t('retention.page.run')}
      consequence={t('retention.page.run.consequence')}
      confirm={t('retention.page.run.confirm', counts)}
    />
  )
}
