import { Alert, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { DeskIncident } from './incident.read.ts'

/** On the page of one report: that it belongs together with others, and where the work goes on. */
export const IncidentMark = ({ number, incident }: { number: string; incident: DeskIncident | undefined }) => {
  if (!incident || incident.members.length === 0) return null
  const { head, isMember, members } = incident
  const count = members.length + 1
  return (
    <Alert tone="info" title={t(isMember ? 'incident.desk.member' : 'incident.count', { count })}>
      {isMember ? <p>{t('incident.desk.memberText', { number: head.number })}</p> : null}
      <p>
        {isMember ? (
          <>
            <a href={href(`/amt/meldungen/${head.number}`)}>{t('incident.desk.toHead', { number: head.number })}</a>
            {' · '}
          </>
        ) : null}
        <a href={href(`/amt/meldungen/${number}/schaden`)}>{t('incident.desk.manage')}</a>
      </p>
    </Alert>
  )
}

/** Where several reports are one damage: all are spoken to, or those who take part in one. */
export const ToWhom = ({ incident }: { incident: DeskIncident | undefined }) =>
  incident && !incident.isMember && incident.members.length > 0 ? (
    <Select
      name="to"
      label={t('incident.desk.to')}
      empty={t('incident.desk.toAll', { count: incident.members.length + 1 })}
      options={[incident.head, ...incident.members].map(({ number, placeLabel }) => ({
        value: number,
        label: t('incident.desk.toOne', { number, place: placeLabel }),
      }))}
    />
  ) : null
