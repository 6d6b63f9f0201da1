import { Live } from '#core/notifications/index.ts'
import { Alert, BarChart, type Column, ConfirmButton, Form, Progress, Section, Stat, Stats, Submit, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Counted, ReplayShown } from '#services/reports/index.ts'
import { DRAFT, type Names } from './routing.parts.view.tsx'

type Props = { shown: ReplayShown | undefined; names: Names; edit?: boolean }

/** What the last twelve months would have been with these rules. */
export const Replay = ({ shown, names, edit }: Props) => (
  <Section title={t('administration.replay')} lead={t('administration.replay.lead')} sheet id="probe">
    {shown ? <Found shown={shown} names={names} edit={edit ?? false} /> : <p>{t('administration.replay.none')}</p>}
    {edit && shown?.replay.state !== 'running' ? (
      <Form action={`${DRAFT}/probe`} class="inline-form">
        <Submit kind="secondary" icon="autorenew">
          {t(shown ? 'administration.replay.again' : 'administration.replay.start')}
        </Submit>
      </Form>
    ) : null}
  </Section>
)

const Found = ({ shown, names, edit }: { shown: ReplayShown; names: Names; edit: boolean }) => {
  const { replay, progress, outdated } = shown
  return (
    <div class="replay">
      {replay.state === 'running' ? <Running progress={progress} lookedAt={replay.lookedAt} edit={edit} /> : null}
      {replay.state === 'cancelled' ? <Alert tone="warning" title={t('administration.replay.cancelled')} /> : null}
      {edit && outdated && replay.state === 'done' ? <Alert tone="warning" title={t('administration.replay.outdated')} /> : null}
      <p class="replay-sum">
        <strong>{t('administration.replay.sum', { moved: replay.moved, lost: replay.lost })}</strong>
      </p>
      <Stats>
        <Stat label={t('administration.replay.lookedAt')} value={replay.lookedAt} note={<Period shown={shown} />} />
        <Stat label={t('administration.replay.moved')} value={replay.moved} />
        <Stat label={t('administration.replay.lost')} value={replay.lost} {...(replay.lost > 0 ? { tone: 'warning' as const } : {})} />
        {replay.without > 0 ? <Stat label={t('administration.replay.without')} value={replay.without} /> : null}
      </Stats>
      <Counts shown={shown} names={names} />
      <Examples shown={shown} names={names} />
    </div>
  )
}

const Period = ({ shown: { replay } }: { shown: ReplayShown }) => (
  <>
    <Time at={replay.since} show="day" /> – <Time at={replay.until} show="day" />
  </>
)

const Running = ({ progress, lookedAt, edit }: { progress: number; lookedAt: number; edit: boolean }) => (
  <div>
    <Live topics={['routing']} />
    <Progress label={t('administration.replay.running', { count: lookedAt })} value={Math.round(progress * 100)} />
    <p class="kern-body kern-body--muted">{t('administration.replay.reload')}</p>
    {edit ? (
      <ConfirmButton
        action={`${DRAFT}/probe/abbruch`}
        label={t('administration.replay.cancel')}
        icon="close"
        consequence={t('administration.replay.cancel.consequence')}
        confirm={t('administration.replay.cancel.confirm')}
      />
    ) : null}
  </div>
)

const unitOf = ({ unitNames }: ReplayShown, id: string | undefined): string =>
  id === undefined ? t('administration.replay.nobody') : (unitNames.get(id) ?? t('administration.replay.gone'))

const categoryOf = ({ categories, locale }: Names, id: string): string =>
  categories.find((category) => category.id === id)?.name[locale] ?? t('administration.rule.closedCategory')

const Counts = ({ shown, names }: { shown: ReplayShown; names: Names }) => {
  if (shown.counts.length === 0) return null
  const byUnits = new Map<string, number>()
  for (const { from, to, count } of shown.counts) {
    const label = `${unitOf(shown, from)} → ${unitOf(shown, to)}`
    byUnits.set(label, (byUnits.get(label) ?? 0) + count)
  }
  const bars = [...byUnits].map(([label, value]) => ({ label, value })).sort((a, b) => b.value - a.value)
  const columns: Column<Counted>[] = [
    { key: 'category', label: t('administration.category.one'), names: true, show: ({ categoryId }) => categoryOf(names, categoryId) },
    { key: 'from', label: t('administration.replay.from'), show: ({ from }) => unitOf(shown, from) },
    { key: 'to', label: t('administration.replay.to'), show: ({ to }) => unitOf(shown, to) },
    { key: 'count', label: t('administration.replay.count'), numeric: true, show: ({ count }) => count },
  ]
  return (
    <>
      <BarChart title={t('administration.replay.byUnits')} unit={t('administration.replay.reports')} bars={bars.slice(0, 20)} />
      <h3>{t('administration.replay.byCategory')}</h3>
      <Table
        caption={t('administration.replay.byCategory')}
        hideCaption
        columns={columns}
        rows={shown.counts}
        rowKey={({ categoryId, from, to }) => `${categoryId} ${from} ${to}`}
      />
    </>
  )
}

type Example = ReplayShown['examples'][number]

const Examples = ({ shown, names }: { shown: ReplayShown; names: Names }) => {
  if (shown.examples.length === 0) return null
  const columns: Column<Example>[] = [
    {
      key: 'number',
      label: t('administration.replay.report'),
      names: true,
      show: ({ number, categoryId }) => (
        <a class="kern-link" href={href(`/amt/meldungen/${number}`)}>
          {categoryOf(names, categoryId)} <span class="desk-number">{number}</span>
        </a>
      ),
    },
    { key: 'place', label: t('administration.try.place'), show: ({ placeLabel }) => placeLabel },
    {
      key: 'received',
      label: t('administration.replay.received'),
      minor: true,
      show: ({ receivedAt }) => <Time at={receivedAt} show="short" />,
    },
    { key: 'from', label: t('administration.replay.from'), show: ({ from }) => unitOf(shown, from) },
    { key: 'to', label: t('administration.replay.to'), show: ({ to }) => unitOf(shown, to) },
  ]
  return (
    <details class="replay-examples">
      <summary>{t('administration.replay.examples', { count: shown.examples.length })}</summary>
      <Table
        caption={t('administration.replay.examples', { count: shown.examples.length })}
        hideCaption
        columns={columns}
        rows={shown.examples}
        rowKey={({ caseId }) => caseId}
      />
    </details>
  )
}
