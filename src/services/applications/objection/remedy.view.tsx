import { Alert, ButtonLink, Form, Section, Submit } from '#design/index.ts'
import { blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { longDay } from '../../letters/index.ts'
import type { Letter } from '../../letters/letter/letter.rules.ts'
import type { Remedy } from './remedy.read.ts'

const day = (one: string | undefined) => (one ? longDay(one, currentLocale()) : '')

/** What can be done against a decision: until when, in which form, and the button where it can be done here. */
export const RemedyWords = ({ remedy }: { remedy: Remedy }) => {
  if (remedy.kind === 'filed')
    return (
      <p>
        {t('apply.objection.filed')} <ButtonLink href={`/status/${remedy.number}`}>{remedy.number}</ButtonLink>
      </p>
    )
  if (remedy.kind === 'suit')
    return <p>{t('apply.objection.suit', { court: remedy.court, seat: remedy.seat, day: day(remedy.lastDay) || 'none' })}</p>
  return <Objecting remedy={remedy} />
}

const Objecting = ({ remedy }: { remedy: Extract<Remedy, { kind: 'objection' }> }) => {
  const { period, online, identified, body, seat } = remedy
  const until = day(period.lastDay)
  return (
    <div class="remedy">
      {period.late ? (
        <Alert tone="warning" title={t('apply.objection.late.title', { day: until })}>
          <p>{t(online ? 'apply.objection.late.text' : 'apply.objection.late.paper')}</p>
        </Alert>
      ) : (
        <p>{t(period.noticed ? 'apply.objection.until' : 'apply.objection.until.unnoticed', { day: until || 'none' })}</p>
      )}
      <p class="kern-body kern-body--muted">
        {t('apply.objection.form', { body, seat })}{' '}
        {online ? t(identified ? 'apply.objection.form.kept' : 'apply.objection.form.sign') : null} {t('apply.objection.reasons')}
      </p>
      {online ? (
        <Form action={`/antraege/${remedy.caseNumber}/widerspruch`} state={blank} id={`widerspruch-${remedy.letterId}`}>
          <input type="hidden" name="letterId" value={remedy.letterId} />
          <div>
            <Submit icon="flag">{t('apply.objection.begin')}</Submit>
          </div>
        </Form>
      ) : null}
    </div>
  )
}

type Offered = readonly { letter: Pick<Letter, 'id' | 'subject'>; remedy: Remedy }[]

/** On the page of the case: each of its decisions with what can be done against it. */
export const Remedies = ({ remedies }: { remedies: Offered }) =>
  remedies.length === 0 ? null : (
    <Section title={t('apply.objection.title')} id="widerspruch" sheet>
      {remedies.map(({ letter, remedy }) => (
        <div key={letter.id}>
          {remedies.length > 1 ? <h3>{letter.subject}</h3> : null}
          <RemedyWords remedy={remedy} />
        </div>
      ))}
    </Section>
  )
