import {
  ButtonLink,
  ButtonRow,
  Checkbox,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Refused,
  Section,
  Submit,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { ReplayShown, VersionSheet } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { Changes } from './changes.view.tsx'
import { Replay } from './replay.view.tsx'
import { DRAFT, type Names, ROUTING, Rules, TestBox, type Tried, type TryQuery } from './routing.parts.view.tsx'

type DraftPageProps = {
  sheet: VersionSheet | undefined
  replay: ReplayShown | undefined
  names: Names
  query: TryQuery
  tried: Tried | undefined
  form: FormState
  /** The form that was refused; its words stand there. */
  at?: 'decide' | undefined
}

const parents = () => [{ href: ROUTING, label: t('administration.routing') }]

/** Where rules are changed, tried and replayed before they count. */
export const DraftPage = ({ sheet, ...props }: DraftPageProps) =>
  sheet ? <Draft sheet={sheet} {...props} /> : <NoDraft refusal={props.form.refusal} />

const NoDraft = ({ refusal }: { refusal: FormState['refusal'] }) => (
  <AdminPage title={t('administration.draft')} parents={parents()}>
    <Refused refusal={refusal} />
    <EmptyState icon="edit" title={t('administration.draft.none')} text={t('administration.draft.none.text')}>
      <Form action={DRAFT} class="inline-form">
        <Submit icon="edit">{t('administration.draft.start')}</Submit>
      </Form>
    </EmptyState>
  </AdminPage>
)

const Draft = ({ sheet, replay, names, query, tried, form, at }: DraftPageProps & { sheet: VersionSheet }) => (
  <AdminPage
    title={t('administration.draft.title', { number: sheet.version.number })}
    lead={t('administration.draft.lead')}
    parents={parents()}
    actions={
      <ButtonLink href={`${DRAFT}/neu`} kind="primary" icon="add">
        {t('administration.rule.new')}
      </ButtonLink>
    }
  >
    {at ? null : <Refused refusal={form.refusal} />}
    <Section title={t('administration.rules')}>
      <Rules rules={sheet.rules} names={names} edit />
    </Section>
    <Section
      title={t('administration.changes')}
      lead={sheet.before ? t('administration.changes.lead', { number: sheet.before }) : undefined}
      sheet
    >
      <Changes changes={sheet.changes} names={names} />
    </Section>
    <TestBox names={names} action={DRAFT} query={query} tried={tried} />
    <Replay shown={replay} names={names} edit />
    <Decide form={at === 'decide' ? form : { input: {}, errors: {} }} tried={replay?.replay.state === 'done' && !replay.outdated} />
  </AdminPage>
)

const Decide = ({ form, tried }: { form: FormState; tried: boolean }) => (
  <Section title={t('administration.decide')} lead={t('administration.decide.lead')} sheet id="gilt">
    <Form action={`${DRAFT}/gilt`} state={form} id="decide">
      <Field
        name="day"
        type="date"
        label={t('administration.decide.day')}
        hint={t('administration.decide.day.hint')}
        optional
        width="short"
      />
      {tried ? null : <Checkbox name="withoutReplay" label={t('administration.decide.withoutReplay')} />}
      <ButtonRow>
        <Submit icon="check">{t('administration.decide.do')}</Submit>
      </ButtonRow>
    </Form>
    <ConfirmButton
      action={`${DRAFT}/verwerfen`}
      label={t('administration.draft.discard')}
      consequence={t('administration.draft.discard.consequence')}
      confirm={t('administration.draft.discard.confirm')}
    />
  </Section>
)
