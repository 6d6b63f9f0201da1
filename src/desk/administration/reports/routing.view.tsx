import {
  Alert,
  Badge,
  ButtonLink,
  type Column,
  ConfirmButton,
  EmptyState,
  Form,
  type FormState,
  Pager,
  Refused,
  Section,
  Submit,
  Table,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { VersionList, VersionShown } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { DRAFT, type Names, ROUTING, Rules, TestBox, type Tried, type TryQuery } from './routing.parts.view.tsx'

type RoutingPageProps = { list: VersionList; names: Names; query: TryQuery; tried: Tried | undefined; form: FormState }

/** Which rules are in force, and how they came to be. */
export const RoutingPage = ({ list, names, query, tried, form }: RoutingPageProps) => (
  <AdminPage title={t('administration.routing')} lead={t('administration.routing.lead')} actions={<Begin list={list} />}>
    <Refused refusal={form.refusal} />
    {list.scheduled ? <Scheduled number={list.scheduled.number} at={list.scheduled.validFrom!} /> : null}
    <TestBox names={names} action={ROUTING} query={query} tried={tried} />
    <Section
      title={list.inForce ? t('administration.version.inForce', { number: list.inForce.version.number }) : t('administration.rules')}
      lead={list.inForce ? <InForceSince version={list.inForce.version} /> : undefined}
    >
      <Rules rules={list.inForce?.rules ?? []} names={names} />
    </Section>
    <Versions list={list} />
  </AdminPage>
)

const Begin = ({ list: { draft, scheduled } }: { list: VersionList }) => {
  if (draft)
    return (
      <ButtonLink href={DRAFT} kind="primary" icon="edit">
        {t('administration.draft.open', { number: draft.number })}
      </ButtonLink>
    )
  return scheduled ? null : (
    <Form action={DRAFT} class="inline-form">
      <Submit icon="edit">{t('administration.draft.start')}</Submit>
    </Form>
  )
}

const InForceSince = ({ version: { validFrom, decidedByName } }: { version: VersionShown }) => (
  <>
    {t('administration.version.since')} <Time at={validFrom!} show="exact" />
    {decidedByName ? <> · {t('administration.version.by', { name: decidedByName })}</> : null}
  </>
)

export const Scheduled = ({ number, at }: { number: number; at: Date }) => (
  <Alert tone="info" title={t('administration.version.scheduled', { number })}>
    <p>
      {t('administration.version.scheduled.text')} <Time at={at} show="exact" />.
    </p>
    <p>
      <a href={href(`${ROUTING}/fassungen/${number}`)}>{t('administration.version.look', { number })}</a>
    </p>
    <ConfirmButton
      action={`${ROUTING}/fassungen/${number}/zurueck`}
      label={t('administration.version.takeBack')}
      icon="undo"
      consequence={t('administration.version.takeBack.consequence')}
      confirm={t('administration.version.takeBack.confirm')}
    />
  </Alert>
)

const Versions = ({ list }: { list: VersionList }) => (
  <Section title={t('administration.versions')} lead={t('administration.versions.lead')}>
    <Table
      caption={t('administration.versions')}
      hideCaption
      columns={columns()}
      rows={list.versions}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="clock" title={t('administration.versions.none')} text={t('administration.versions.none.text')} />}
    />
    <Pager previous={undefined} next={list.next ? `${ROUTING}?vor=${list.next}` : undefined} />
  </Section>
)

const tones = {
  draft: 'warning',
  scheduled: 'info',
  inForce: 'success',
  earlier: 'neutral',
  discarded: 'neutral',
} as const

export const StateBadge = ({ state }: { state: VersionShown['state'] }) => (
  <Badge tone={tones[state]}>{t(`administration.version.state.${state}`)}</Badge>
)

const columns = (): Column<VersionShown>[] => [
  {
    key: 'number',
    label: t('administration.version.one'),
    names: true,
    show: ({ number, state }) => (
      <a class="kern-link" href={href(state === 'draft' ? DRAFT : `${ROUTING}/fassungen/${number}`)}>
        {t('administration.version.number', { number })}
      </a>
    ),
  },
  { key: 'state', label: t('administration.version.state'), show: ({ state }) => <StateBadge state={state} /> },
  {
    key: 'from',
    label: t('administration.version.from'),
    show: ({ validFrom }) => (validFrom ? <Time at={validFrom} show="exact" /> : '–'),
  },
  {
    key: 'by',
    label: t('administration.version.who'),
    show: ({ decidedByName, createdByName }) => decidedByName ?? createdByName ?? '–',
    minor: true,
  },
]
