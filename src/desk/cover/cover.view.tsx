import {
  Badge,
  type Column,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Select,
  Submit,
  Table,
} from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { CoverShown, Holder } from '#services/cases/index.ts'

export const MINE = '/mein/vertretung'
export const UNIT = '/amt/vertretungen'

/** A day without a time, as people write it. */
export const dayText = (day: string): string =>
  new Intl.DateTimeFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))

type MinePageProps = {
  away: readonly CoverShown[]
  covering: readonly CoverShown[]
  deputies: readonly Holder[]
  form: FormState
  today: string
}

/** Own absences, and whose work is the own one meanwhile. */
export const MyCoverPage = ({ away, covering, deputies, form, today }: MinePageProps) => (
  <Page title={t('cover.title')} lead={t('cover.lead')} noindex breadcrumbs={[{ href: '/mein', label: t('mine.title') }]}>
    <Section title={t('cover.covering')}>
      <Table
        caption={t('cover.covering')}
        hideCaption
        columns={columns('person')}
        rows={covering}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="people" title={t('cover.covering.none')} text={t('cover.covering.none.text')} />}
      />
      {covering.some(({ state }) => state === 'running') ? (
        <p>
          <a href={href('/amt/meldungen?ansicht=cover')}>{t('cover.list')}</a>
        </p>
      ) : null}
    </Section>
    <Section title={t('cover.away')}>
      <Table
        caption={t('cover.away')}
        hideCaption
        columns={[...columns('deputy'), endColumn(MINE)]}
        rows={away}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="calendar-today" title={t('cover.away.none')} />}
      />
    </Section>
    <Section title={t('cover.enter')} sheet>
      <CoverForm action={MINE} form={form} deputies={deputies} today={today} />
    </Section>
  </Page>
)

type UnitPageProps = {
  covers: readonly CoverShown[]
  people: readonly Holder[]
  deputies: readonly Holder[]
  form: FormState
  today: string
}

/** For leads: who of the own units is away, and who does the work. */
export const UnitCoverPage = ({ covers, people, deputies, form, today }: UnitPageProps) => (
  <Page
    title={t('cover.unit.title')}
    lead={t('cover.unit.lead')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
  >
    <Table
      caption={t('cover.unit.title')}
      hideCaption
      columns={[...columns('person'), ...columns('deputy').slice(0, 1), endColumn(UNIT)]}
      rows={covers}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="people" title={t('cover.unit.none')} text={t('cover.unit.none.text')} />}
    />
    <Section title={t('cover.unit.enter')} sheet>
      <CoverForm action={UNIT} form={form} people={people} deputies={deputies} today={today} />
    </Section>
  </Page>
)

type FormProps = { action: string; form: FormState; people?: readonly Holder[]; deputies: readonly Holder[]; today: string }

const options = (people: readonly Holder[]) => people.map(({ id, name }) => ({ value: id, label: name }))

const CoverForm = ({ action, form, people, deputies, today }: FormProps) => (
  <Form action={action} state={form}>
    {form.refusal?.field ? null : <Refused refusal={form.refusal} />}
    {people ? <Select name="personId" label={t('cover.person')} empty={t('cover.choose')} options={options(people)} /> : null}
    <Field name="fromOn" type="date" label={t('cover.from')} min={today} width="short" />
    <Field name="untilOn" type="date" label={t('cover.until')} hint={t('cover.until.hint')} min={today} width="short" />
    <Select name="deputyId" label={t('cover.deputy')} hint={t('cover.deputy.hint')} empty={t('cover.choose')} options={options(deputies)} />
    <Submit>{t('cover.save')}</Submit>
  </Form>
)

const columns = (who: 'person' | 'deputy'): Column<CoverShown>[] => [
  {
    key: who,
    label: t(`cover.${who}`),
    names: who === 'person',
    show: ({ personName, deputyName }) => (who === 'person' ? personName : deputyName),
  },
  { key: 'days', label: t('cover.days'), show: ({ fromOn, untilOn }) => `${dayText(fromOn)} – ${dayText(untilOn)}` },
  {
    key: 'state',
    label: t('cover.state'),
    show: ({ state }) => <Badge tone={state === 'running' ? 'info' : 'neutral'}>{t(`cover.state.${state}`)}</Badge>,
  },
]

const endColumn = (path: string): Column<CoverShown> => ({
  key: 'end',
  label: t('cover.end'),
  show: ({ id }) => (
    <ConfirmButton
      action={`${path}/${id}/ende`}
      label={t('cover.end')}
      icon="close"
      consequence={t('cover.end.consequence')}
      confirm={t('cover.end.confirm')}
    />
  ),
})
