import { PlaceMap } from '#core/places/index.ts'
import { ButtonLink, DefinitionList, exactTime, Section, Select, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { priorities } from '#services/cases/index.ts'
import { dayText } from '../cover/index.ts'
import { StateMark } from '../home/index.ts'
import type { CaseSheet } from './case.read.ts'
import { PersonField, Responsible } from './common-parts.view.tsx'
import { Contact } from './contact.view.tsx'
import { DeskForm, Folded } from './form-parts.view.tsx'
import { Routing } from './routing.view.tsx'

export const Side = ({ sheet }: { sheet: CaseSheet }) => (
  <>
    <Who sheet={sheet} />
    <Place sheet={sheet} />
    <Contact sheet={sheet} />
    <Near sheet={sheet} />
    <Routing sheet={sheet} />
  </>
)

const Who = ({ sheet }: { sheet: CaseSheet }) => {
  const { report, me, assignees } = sheet
  const { case: it } = report
  const mine = it.assigneeId !== undefined && it.assigneeId === me
  return (
    <Responsible
      it={it}
      me={me}
      more={[
        {
          term: t('desk.away.term'),
          value: report.away && t('desk.away.text', { until: dayText(report.away.untilOn), deputy: report.away.deputyName }),
        },
        { term: t('desk.list.column.received'), value: exactTime(it.receivedAt) },
        { term: t('desk.who.channel'), value: t(`report.channel.${report.channel}`) },
      ]}
    >
      {report.may.assign || report.may.work ? (
        <div class="desk-steps desk-steps--narrow">
          {report.may.assign && me && !mine && assignees.some(({ id }) => id === me) ? (
            <DeskForm sheet={sheet} kind="zuteilung" id="take" submit={t('desk.who.take')} primary={false} icon="person">
              <input type="hidden" name="personId" value={me} />
            </DeskForm>
          ) : null}
          {report.may.assign ? (
            <Folded label={t('desk.who.assign')} icon="people" id="zuteilung">
              <AssignForm sheet={sheet} id="assign" />
            </Folded>
          ) : null}
          {report.may.work && !report.incident?.isMember ? (
            <Folded label={t('desk.priority.change')} icon="arrow-up" id="dringlichkeit">
              <PriorityForm sheet={sheet} id="priority" />
            </Folded>
          ) : null}
          {report.may.work ? (
            <>
              {report.may.reopen ? (
                <ButtonLink href={`/amt/meldungen/${it.number}/aufbewahrung`} kind="secondary" icon="lock">
                  {t('retention.hold.title')}
                </ButtonLink>
              ) : null}
              <ButtonLink href={`/amt/meldungen/${it.number}/schaden`} kind="secondary" icon="people">
                {t(report.incident ? 'incident.desk.manage' : 'incident.desk.find')}
              </ButtonLink>
              {report.promised ? (
                <ButtonLink href={`/amt/meldungen/${it.number}/zusage`} kind="secondary" icon="calendar-today">
                  {t('promise.title')}
                </ButtonLink>
              ) : null}
              {report.incident?.isMember ? null : (
                <ButtonLink href={`/amt/meldungen/${it.number}/firma`} kind="secondary" icon="building">
                  {t('contractor.desk.title')}
                </ButtonLink>
              )}
            </>
          ) : null}
        </div>
      ) : null}
    </Responsible>
  )
}

type FormProps = { sheet: CaseSheet; id: string; state?: Parameters<typeof DeskForm>[0]['state'] }

export const AssignForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="zuteilung" id={id} state={state} submit={t('desk.who.assign.do')}>
    <PersonField people={sheet.assignees} away={sheet.away} value={sheet.report.case.assigneeId} state={state} />
  </DeskForm>
)

export const PriorityForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="dringlichkeit" id={id} state={state} submit={t('desk.priority.do')}>
    <Select
      name="priority"
      label={t('desk.list.column.priority')}
      {...(state ? {} : { value: String(sheet.report.case.priority) })}
      options={priorities.map((priority) => ({ value: String(priority), label: t(`case.priority.${priority}`) }))}
    />
  </DeskForm>
)

const Place = ({ sheet: { report } }: { sheet: CaseSheet }) => {
  const { place } = report
  return (
    <Section title={t('desk.list.column.place')} sheet>
      <PlaceMap
        places={[{ lat: place.lat, lon: place.lon, label: place.label }]}
        label={t('desk.place.map', { place: place.label })}
        size="small"
      />
      <DefinitionList
        stacked
        items={[
          { term: t('desk.place.label'), value: place.label },
          { term: t('desk.place.note'), value: place.note },
          {
            term: t('desk.place.exact'),
            value: place.accuracyM && place.accuracyM > 50 ? t('desk.place.rough', { metres: Math.round(place.accuracyM) }) : undefined,
          },
          { term: t('desk.place.coordinates'), value: `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}` },
        ]}
      />
    </Section>
  )
}

const Near = ({ sheet: { report } }: { sheet: CaseSheet }) => (
  <Section title={t('desk.near.title')} sheet>
    {report.near.length === 0 ? (
      <p class="kern-body kern-body--muted">{t('desk.near.none')}</p>
    ) : (
      <ul class="desk-rows">
        {report.near.map((near) => (
          <li key={near.id} class="desk-row desk-row--stacked">
            <div class="desk-row__words">
              <a class="desk-row__title" href={href(`/amt/meldungen/${near.number}`)}>
                {near.title}
              </a>
              <p class="desk-row__place">
                {near.sameAsset ? t('desk.near.sameAsset') : t('desk.near.metres', { metres: Math.round(near.distanceM) })} ·{' '}
                <Time at={near.receivedAt} />
              </p>
            </div>
            <div class="desk-row__marks">
              <StateMark state={near.state} stage={near.stage} />
              {report.may.work && !near.closedAt && (near.incidentId ?? near.id) !== (report.case.incidentId ?? report.case.id) ? (
                <a href={href(`/amt/meldungen/${report.case.number}/schaden?${new URLSearchParams({ gleich: near.number })}`)}>
                  {t('desk.near.same')}
                  <span class="kern-sr-only"> {near.number}</span>
                </a>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
