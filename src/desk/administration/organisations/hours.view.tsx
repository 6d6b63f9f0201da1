import { type Opening, type Organisation, spansText, type Weekday, weekdays } from '#core/organisations/index.ts'
import { Badge, exactDay, Field, Form, type FormState, Section, Submit, Table } from '#design/index.ts'
import { blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'

const PATH = '/verwaltung/organisationen'

type HoursProps = {
  organisation: Organisation
  opening: Opening
  form: FormState
  sent: 'facts' | 'hours' | 'exception'
  /** `YYYY-MM-DD` */
  today: string
}

/** When a unit is open: the week in one form, days that are otherwise in another. */
export const HoursSection = ({ organisation: { id }, opening, form, sent, today }: HoursProps) => (
  <>
    <Section title={t('administration.hours')} lead={t('administration.hours.lead')} sheet id="hours">
      <Form action={`${PATH}/${id}/oeffnungszeiten`} id="week" state={sent === 'hours' ? form : { ...blank, input: inputOf(opening) }}>
        <div class="week-fields">
          {weekdays.map((day) => (
            <Field key={day} name={day} label={weekdayName(day)} maxLength={80} optional />
          ))}
        </div>
        <Field
          name="noteDe"
          label={t('administration.hours.noteDe')}
          hint={t('administration.hours.noteDe.hint')}
          maxLength={200}
          optional
        />
        <Field name="noteEn" label={t('administration.hours.noteEn')} maxLength={200} optional />
        <Submit>{t('administration.hours.save')}</Submit>
      </Form>
    </Section>
    <Section title={t('administration.hours.exceptions')} lead={t('administration.hours.exceptions.lead')} sheet>
      <Exceptions id={id} opening={opening} today={today} />
      <Form action={`${PATH}/${id}/ausnahmen`} id="exception" state={sent === 'exception' ? form : blank}>
        <div class="week-fields">
          <Field name="from" type="date" label={t('administration.hours.from')} />
          <Field name="until" type="date" label={t('administration.hours.until')} hint={t('administration.hours.until.hint')} optional />
          <Field name="spans" label={t('administration.hours.spans')} hint={t('administration.hours.spans.hint')} maxLength={80} optional />
        </div>
        <Field name="reasonDe" label={t('administration.hours.reasonDe')} maxLength={120} optional />
        <Field name="reasonEn" label={t('administration.hours.reasonEn')} maxLength={120} optional />
        <Submit kind="secondary">{t('administration.hours.exception.add')}</Submit>
      </Form>
    </Section>
  </>
)

const inputOf = ({ week, note }: Opening): Record<string, string> => ({
  ...Object.fromEntries(weekdays.map((day, i) => [day, spansText(week[i] ?? [])])),
  noteDe: note.de,
  noteEn: note.en,
})

/** 5 January 2026 was a Monday. */
const weekdayName = (day: Weekday): string =>
  new Intl.DateTimeFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 0, 5 + weekdays.indexOf(day))),
  )

const dayText = (day: string): string => exactDay(new Date(`${day}T12:00:00Z`))

const Exceptions = ({ id, opening: { exceptions }, today }: { id: string; opening: Opening; today: string }) => (
  <Table
    caption={t('administration.hours.exceptions')}
    hideCaption
    rows={exceptions}
    rowKey={({ from }) => from}
    empty={<p class="kern-body kern-body--muted">{t('administration.hours.exceptions.none')}</p>}
    columns={[
      {
        key: 'days',
        label: t('administration.hours.from'),
        names: true,
        show: ({ from, until }) => (
          <>
            {from === until ? dayText(from) : t('opening.days', { from: dayText(from), until: dayText(until) })}{' '}
            {until < today ? <Badge>{t('administration.hours.over')}</Badge> : null}
          </>
        ),
      },
      { key: 'spans', label: t('administration.hours.spans'), show: ({ spans }) => spansText(spans) || t('opening.closed') },
      {
        key: 'reason',
        label: t('administration.hours.reasonDe'),
        show: ({ reason }) => (currentLocale() === 'en' && reason.en ? reason.en : reason.de) || '–',
      },
      {
        key: 'remove',
        label: t('administration.hours.exception.remove'),
        show: ({ from }) => (
          <Form action={`${PATH}/${id}/ausnahmen/${from}/entfernung`} id={`remove-${from}`} class="inline-form">
            <Submit kind="tertiary" small icon="delete">
              {t('administration.hours.exception.remove')}
            </Submit>
          </Form>
        ),
      },
    ]}
  />
)
