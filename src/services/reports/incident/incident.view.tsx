import { Alert, Section, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { PublicIncident } from './incident.read.ts'

/** On the page of a report that rests: where it goes on. */
export const BelongsTo = ({ incident: { count, goesOn } }: { incident: PublicIncident }) => (
  <Alert tone="info" title={t('incident.public.member', { count })}>
    <p>
      {t('incident.public.memberText')}{' '}
      {goesOn ? <a href={href(`/meldungen/${goesOn}`)}>{t('incident.public.goesOn', { number: goesOn })}</a> : null}
    </p>
  </Alert>
)

/** The other reports of the same damage that are public. */
export const Together = ({ incident: { count, others, goesOn } }: { incident: PublicIncident }) => {
  const named = others.length + 1 + (goesOn ? 1 : 0)
  return (
    <Section title={t('incident.count', { count })}>
      {others.length > 0 ? (
        <ul class="desk-rows" aria-label={t('incident.public.others')}>
          {others.map(({ number, placeLabel, receivedAt }) => (
            <li key={number} class="desk-row">
              <div class="desk-row__words">
                <a class="desk-row__title" href={href(`/meldungen/${number}`)}>
                  {number}
                </a>
                <p class="desk-row__place">
                  {placeLabel} · <Time at={receivedAt} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {named < count ? <p class="kern-body kern-body--small kern-body--muted">{t('incident.public.hidden')}</p> : null}
    </Section>
  )
}
