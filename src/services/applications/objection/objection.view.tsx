import { Alert, DefinitionList, Section } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { longDay } from '../../letters/index.ts'
import type { ObjectionShown } from './objection.read.ts'

const day = (one: string | undefined) => (one ? longDay(one, currentLocale()) : undefined)

/** An objection for who filed it: against what, whether it came in time, and what its form still wants. */
export const OwnObjection = ({ objection, number }: { objection: ObjectionShown; number: string }) => (
  <Section title={t('apply.objection.own')} id="frist" sheet>
    <div class="remedy">
      {objection.late ? (
        <Alert tone="warning" title={t('apply.objection.own.late', { day: day(objection.lastDay) ?? '' })}>
          <p>{t('apply.objection.own.late.text')}</p>
        </Alert>
      ) : null}
      {objection.unchecked && !objection.formKept ? (
        <Alert tone="info" title={t('apply.objection.own.sign')}>
          <p>{t('apply.objection.own.sign.text', { day: objection.late ? 'none' : (day(objection.lastDay) ?? 'none') })}</p>
          <p>
            <a href={href(`/status/${number}/eingang.pdf`)}>{t('apply.sent.pdf')}</a>
          </p>
        </Alert>
      ) : null}
      <DefinitionList
        items={[
          {
            term: t('apply.objection.own.against'),
            value: objection.against ? (
              <a href={href(`/status/${objection.against.number}`)}>
                {objection.against.title} ({objection.against.number})
              </a>
            ) : undefined,
          },
          { term: t('apply.objection.own.decided'), value: day(objection.decidedOn) },
          { term: t('apply.objection.own.known'), value: day(objection.deliveredOn) },
          { term: t('apply.objection.own.until'), value: day(objection.lastDay) },
          {
            term: t('apply.objection.own.received'),
            value: `${day(objection.receivedOn)}: ${t('apply.objection.own.when', { days: objection.daysLate })}`,
          },
        ]}
      />
    </div>
  </Section>
)
