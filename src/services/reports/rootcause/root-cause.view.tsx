import {
  Alert,
  Badge,
  ButtonRow,
  DefinitionList,
  EmptyState,
  exactDay,
  Field,
  Form,
  type FormState,
  Page,
  Pager,
  Section,
  Select,
  Submit,
  Table,
  Tabs,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Holder } from '../../cases/index.ts'
import { isSearched, isUnderWay, type RootCause, type RootCauseState } from './root-cause.rules.ts'
import type { ListedCause } from './root-cause.sql.ts'

export const PATH = '/amt/ursachen'
const tones: Record<RootCauseState, 'warning' | 'info' | 'success' | 'neutral'> = {
  proposed: 'warning',
  open: 'info',
  decided: 'info',
  closed: 'success',
  dismissed: 'neutral',
}
const State = ({ state }: { state: RootCauseState }) => <Badge tone={tones[state]}>{t(`rootCause.state.${state}`)}</Badge>

type ListProps = { causes: readonly ListedCause[]; units: ReadonlyMap<string, string>; tab: 'offen' | 'beendet'; next: string | undefined }

/** Where something is repaired again and again. */
export const RootCausesPage = ({ causes, units, tab, next }: ListProps) => (
  <Page title={t('rootCause.list')} lead={t('rootCause.list.lead')} noindex breadcrumbs={[{ href: '/amt', label: t('rootCause.desk') }]}>
    <Tabs
      label={t('rootCause.list')}
      items={(['offen', 'beendet'] as const).map((each) => ({
        href: `${PATH}?stand=${each}`,
        label: t(`rootCause.tab.${each}`),
        current: each === tab,
      }))}
    />
    <Table
      caption={t('rootCause.list')}
      hideCaption
      rows={causes}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="success" title={t('rootCause.none')} text={t('rootCause.none.text')} />}
      columns={[
        {
          key: 'thing',
          label: t('rootCause.thing'),
          names: true,
          show: (row) => (
            <a href={href(`${PATH}/${row.number}`)}>
              {[t(`place.asset.${row.assetKind}`), row.assetName ?? row.assetNumber, row.street].filter(Boolean).join(', ')}
            </a>
          ),
        },
        { key: 'repairs', label: t('rootCause.repairs'), numeric: true, show: ({ repairs }) => repairs },
        { key: 'state', label: t('rootCause.state'), show: ({ state }) => <State state={state} /> },
        { key: 'unit', label: t('rootCause.unit'), show: ({ unitId }) => units.get(unitId ?? '') ?? '–' },
        { key: 'since', label: t('rootCause.since'), show: ({ proposedAt }) => <Time at={proposedAt} /> },
      ]}
    />
    <Pager next={next ? `${PATH}?${new URLSearchParams({ stand: tab, nach: next })}` : undefined} />
  </Page>
)

type Thing = { kind: string; number: string; name: string | undefined; street: string | undefined }
type PageProps = {
  cause: RootCause
  asset: Thing
  unit: { id: string; name: string } | undefined
  reports: readonly { number: string; title: string; closedAt: Date | null }[]
  may: { decide: boolean; work: boolean }
  people: readonly Holder[]
  me: string | undefined
  form: FormState
  tried: 'accept' | 'dismiss' | 'progress' | undefined
}

const none: FormState = { input: {}, errors: {} }

/** Why is this thing broken again and again: the repairs, the question, what was found and what is done about it. */
export const RootCausePage = (props: PageProps) => {
  const { cause, asset, unit, reports, may, form, tried } = props
  return (
    <Page
      title={t('rootCause.title', { thing: asset.name ?? asset.number })}
      preline={cause.number}
      lead={[t(`place.asset.${asset.kind}`), asset.name && asset.number, asset.street].filter(Boolean).join(' · ')}
      width="reading"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('rootCause.desk') },
        { href: PATH, label: t('rootCause.list') },
      ]}
    >
      <p>
        <State state={cause.state} /> <a href={href(`/objekte/${encodeURIComponent(asset.number)}`)}>{t('rootCause.thing.page')}</a>
      </p>
      <DefinitionList
        items={[
          { term: t('rootCause.unit'), value: unit?.name },
          { term: t('rootCause.since'), value: <Time at={cause.proposedAt} show="exact" /> },
          { term: t('rootCause.question'), value: cause.question || undefined },
          {
            term: t('rootCause.due'),
            value:
              cause.dueOn && cause.taskId ? (
                <a href={href(`/amt/aufgaben/${cause.taskId}`)}>{exactDay(new Date(`${cause.dueOn}T12:00:00Z`))}</a>
              ) : undefined,
          },
          { term: t('rootCause.reason'), value: cause.reason },
          { term: t('rootCause.ended'), value: cause.endedAt ? <Time at={cause.endedAt} show="exact" /> : undefined },
        ]}
      />
      <Section title={t('rootCause.reports', { count: cause.repairs })}>
        <ul>
          {reports.map(({ number, title, closedAt }) => (
            <li key={number}>
              <a href={href(`/amt/meldungen/${number}`)}>{`${title}, ${number}`}</a> {closedAt ? <Time at={closedAt} show="day" /> : null}
            </li>
          ))}
        </ul>
      </Section>
      {cause.state === 'proposed' && may.decide ? <Decide {...props} /> : null}
      {isSearched(cause.state) && may.work ? (
        <Section title={t('rootCause.work')} sheet>
          <ProgressForm cause={cause} decide={may.decide} state={tried === 'progress' ? form : undefined} />
        </Section>
      ) : null}
      {!isUnderWay(cause.state) && (cause.findings || cause.measure) ? (
        <Section title={t('rootCause.work')}>
          <DefinitionList
            stacked
            items={[
              { term: t('rootCause.findings'), value: cause.findings || undefined },
              { term: t('rootCause.measure'), value: cause.measure || undefined },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  )
}

const Decide = ({ cause, unit, people, me, form, tried }: PageProps) => (
  <>
    <Alert tone="info" title={t('rootCause.proposal')}>
      <p>{t('rootCause.proposal.text')}</p>
    </Alert>
    <Section title={t('rootCause.accept')} sheet>
      <Form action={`${PATH}/${cause.number}/annehmen`} id="accept" state={tried === 'accept' ? form : none}>
        <Field name="question" label={t('rootCause.question')} hint={t('rootCause.question.hint')} rows={2} maxLength={500} optional />
        <Field
          name="days"
          type="number"
          label={t('rootCause.days')}
          min={0}
          max={250}
          width="short"
          optional
          {...(tried === 'accept' ? {} : { value: 20 })}
        />
        <Field name="dueOn" type="date" label={t('rootCause.dueOn')} width="medium" optional />
        <Select
          name="who"
          label={t('rootCause.who')}
          options={[
            ...(me ? [{ value: `person:${me}`, label: t('rootCause.who.me') }] : []),
            ...(unit ? [{ value: `unit:${unit.id}`, label: unit.name }] : []),
            ...people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: `person:${id}`, label: name })),
          ]}
        />
        <div>
          <Submit icon="search">{t('rootCause.accept.do')}</Submit>
        </div>
      </Form>
    </Section>
    <Section title={t('rootCause.dismiss')} sheet>
      <Form action={`${PATH}/${cause.number}/ablehnen`} id="dismiss" state={tried === 'dismiss' ? form : none}>
        <Field name="reason" label={t('rootCause.reason')} hint={t('rootCause.reason.hint')} rows={2} maxLength={2000} />
        <div>
          <Submit kind="secondary">{t('rootCause.dismiss.do')}</Submit>
        </div>
      </Form>
    </Section>
  </>
)

const ProgressForm = ({ cause, decide, state }: { cause: RootCause; decide: boolean; state: FormState | undefined }) => (
  <Form
    action={`${PATH}/${cause.number}/stand`}
    id="progress"
    state={state ?? { input: { findings: cause.findings, measure: cause.measure }, errors: {} }}
  >
    <input type="hidden" name="version" value={cause.version} />
    <Field name="findings" label={t('rootCause.findings')} hint={t('rootCause.findings.hint')} rows={4} maxLength={4000} optional />
    <Field name="measure" label={t('rootCause.measure')} hint={t('rootCause.measure.hint')} rows={4} maxLength={4000} optional />
    <ButtonRow>
      <Submit kind="secondary" name="step" value="note">
        {t('rootCause.note.do')}
      </Submit>
      {decide && cause.state === 'open' ? (
        <Submit name="step" value="decide" icon="check">
          {t('rootCause.decide.do')}
        </Submit>
      ) : null}
      {decide && cause.state === 'decided' ? (
        <Submit name="step" value="close" icon="success">
          {t('rootCause.close.do')}
        </Submit>
      ) : null}
    </ButtonRow>
  </Form>
)
