import { Alert, Badge, Button, ConfirmButton, exactDay, Field, Form, type FormState, Submit, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { type Ahead, noonOf, type Review } from '#services/builder/index.ts'

/** A draft on its way into force, of a form or a workflow. */
export type Publication = {
  /** Where its steps are posted to. */
  path: string
  revision: number
  review: Review
  ahead: Ahead
  /** Sound, and other than what is in force. */
  ready: boolean
  /** The next version's. */
  number: number
  inForce: number | undefined
  /** What is wrong today with the version that could not go live. */
  failedWords: readonly string[]
  names: ReadonlyMap<string, string>
  mayPublish: boolean
  /** Who looks wrote on the draft last; `ownAhead`: on what waits for its day. */
  own: boolean
  ownAhead: boolean
  /** The first and the last day that can be chosen. */
  days: { first: string; last: string }
  form: FormState
}

export const dayWords = (day: string): string => exactDay(new Date(noonOf(day)))
const who = ({ names }: Publication, id: string | undefined) => names.get(id ?? '') ?? t('publication.bySystem')

/** What was typed and is wrong, for the form that has these fields; the page says the refusal above. */
const stateOf = ({ form }: Publication, ...fields: string[]): FormState => ({
  ...form,
  errors: Object.fromEntries(Object.entries(form.errors).filter(([name]) => fields.includes(name))),
  refusalSaid: true,
})

/** How it stands: what has a day, what failed, what was handed in or came back. */
export const PublicationState = ({ it }: { it: Publication }) => {
  const { waiting, failed } = it.ahead
  const { asked, returned } = it.review
  return waiting || failed || returned || asked ? (
    <div class="publication">
      {waiting ? (
        <Alert tone="info" title={t('publication.waiting', { day: dayWords(waiting.day) })}>
          <p>
            {t('publication.decided', { who: who(it, waiting.decidedBy) })} <Time at={waiting.decidedAt} />.{' '}
            {it.inForce === undefined ? t('publication.until.none') : t('publication.until', { number: it.inForce })}
          </p>
        </Alert>
      ) : null}
      {failed ? (
        <Alert tone="danger" title={t('publication.failed', { day: dayWords(failed.day) })}>
          <p>{t('publication.failed.text')}</p>
          {it.failedWords.length > 0 ? (
            <ul>
              {it.failedWords.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          ) : (
            <p>{t('publication.failed.soundNow')}</p>
          )}
        </Alert>
      ) : null}
      {returned ? (
        <Alert tone="warning" title={t('publication.returned')}>
          <p class="publication-reason">{returned.reason}</p>
          <p>
            {who(it, returned.by)}, <Time at={returned.at} />
          </p>
        </Alert>
      ) : null}
      {asked ? (
        <Alert tone="info" title={t('publication.asked')}>
          <p>
            {t('publication.asked.by', { who: who(it, asked.by) })} <Time at={asked.at} />.{' '}
            {asked.revision === it.revision ? null : t('publication.asked.changed')}
          </p>
        </Alert>
      ) : null}
    </div>
  ) : null
}

/** Every step that somebody may take now. */
export const PublicationSteps = ({ it }: { it: Publication }) => (
  <div class="publication">
    {it.ready && it.own ? (
      <Alert tone="info" title={t('publication.other')}>
        <p>{t('publication.other.text')}</p>
      </Alert>
    ) : null}
    {it.ready && (it.own || !it.mayPublish) && !it.ahead.waiting ? <HandIn it={it} /> : null}
    {it.ready && it.mayPublish && !it.own && !it.ahead.waiting ? <Publish it={it} /> : null}
    {it.review.asked && it.mayPublish && !it.own ? <SendBack it={it} /> : null}
    {it.ahead.waiting && it.mayPublish ? <Waiting it={it} id={it.ahead.waiting.id} /> : null}
  </div>
)

const Revision = ({ it }: { it: Publication }) => <input type="hidden" name="revision" value={String(it.revision)} />

/** So many names are said. */
const NAMED = 4

const HandIn = ({ it }: { it: Publication }) => {
  const { reviewers } = it.ahead
  if (it.review.asked?.revision === it.revision) return null
  if (reviewers.length === 0) return <p class="kern-body">{t('publication.nobody')}</p>
  return (
    <Form action={`${it.path}/abgabe`} id="abgabe">
      <Revision it={it} />
      <p class="kern-body">
        {t('publication.handIn.tells', {
          names: reviewers.slice(0, NAMED).join(', '),
          more: Math.max(0, reviewers.length - NAMED),
        })}
      </p>
      <div>
        <Submit>{t(it.review.asked || it.review.returned ? 'publication.handIn.again' : 'publication.handIn')}</Submit>
      </div>
    </Form>
  )
}

const Publish = ({ it }: { it: Publication }) => (
  <Form action={`${it.path}/veroeffentlichung`} id="veroeffentlichung" state={stateOf(it, 'day')}>
    <Revision it={it} />
    <p class="kern-body">{t('publication.consequence')}</p>
    <Field
      name="day"
      type="date"
      label={t('publication.day')}
      hint={t('publication.day.hint')}
      min={it.days.first}
      max={it.days.last}
      width="medium"
      optional
    />
    <div>
      <Submit>{t('publication.publish', { number: it.number })}</Submit>
    </div>
  </Form>
)

const SendBack = ({ it }: { it: Publication }) => (
  <details class="publication-back" open={it.form.errors.reason !== undefined}>
    <summary>{t('publication.sendBack.open')}</summary>
    <Form action={`${it.path}/rueckgabe`} id="rueckgabe" state={stateOf(it, 'reason')}>
      <Revision it={it} />
      <Field name="reason" label={t('publication.reason')} hint={t('publication.reason.hint')} rows={4} maxLength={1000} />
      <div>
        <Submit kind="secondary">{t('publication.sendBack')}</Submit>
      </div>
    </Form>
  </details>
)

/** Brought forward, put off or called back before its day. */
const Waiting = ({ it, id }: { it: Publication; id: string }) => (
  <>
    {it.ownAhead ? null : (
      <>
        <Form action={`${it.path}/termin`} id="termin" state={stateOf(it, 'day')}>
          <input type="hidden" name="scheduled" value={id} />
          <Field name="day" type="date" label={t('publication.otherDay')} min={it.days.first} max={it.days.last} width="medium" />
          <div>
            <Submit kind="secondary">{t('publication.move')}</Submit>
          </div>
        </Form>
        <Form action={`${it.path}/termin/jetzt`} id="jetzt" class="builder-inline">
          <input type="hidden" name="scheduled" value={id} />
          <Button type="submit" kind="secondary">
            {t('publication.now', { number: it.number })}
          </Button>
        </Form>
      </>
    )}
    <ConfirmButton
      action={`${it.path}/termin/rueckholung`}
      label={t('publication.callBack.open')}
      consequence={t('publication.callBack.consequence')}
      confirm={t('publication.callBack')}
      icon="undo"
      fields={{ scheduled: id }}
    />
  </>
)

/** What waits, was called back or failed, above what was published: each can be taken into the draft where that is something else. */
export const ScheduledVersions = ({ it, differs }: { it: Publication; differs: (content: unknown) => boolean }) => {
  const { waiting, ended } = it.ahead
  return (
    <>
      {[...(waiting ? [waiting] : []), ...ended].map(({ id, day, content, decidedAt, decidedBy, end }) => (
        <li key={id}>
          <p>
            <strong>{t('publication.for', { day: dayWords(day) })}</strong>{' '}
            <Badge tone={end ? (end.how === 'failed' ? 'danger' : 'neutral') : 'info'}>{t(`publication.end.${end?.how ?? 'waits'}`)}</Badge>
          </p>
          <p class="builder-muted">
            <Time at={end?.at ?? decidedAt} />, {who(it, end ? end.by : decidedBy)}
          </p>
          {differs(content) ? (
            <Form action={`${it.path}/termin/${id}/entwurf`} id={`t${id}`} class="builder-inline">
              <Revision it={it} />
              <Submit kind="tertiary" icon="undo">
                {t('publication.restore', { day: dayWords(day) })}
              </Submit>
            </Form>
          ) : null}
        </li>
      ))}
    </>
  )
}
