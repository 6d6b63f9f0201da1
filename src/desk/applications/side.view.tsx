import { ButtonLink, DefinitionList, exactDay, exactTime, Field, Icon, Section, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Party } from '#services/cases/index.ts'
import { ChargeBadge, euros } from '#services/payments/index.ts'
import { Folded, PersonField, Reach, Responsible } from '../case/index.ts'
import { dayText } from '../cover/index.ts'
import { DueMark } from '../home/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { ApplicationForm, type SheetForm } from './form.view.tsx'
import { PATH } from './list-query.rules.ts'

export const Side = ({ sheet }: { sheet: ApplicationSheet }) => (
  <>
    <Who sheet={sheet} />
    <Times sheet={sheet} />
    <Fees sheet={sheet} />
    <Applicants sheet={sheet} />
  </>
)

/** What is to be paid, and whether it came. */
const Fees = ({ sheet: { charges, worksOnPayments, today } }: { sheet: ApplicationSheet }) =>
  charges.length === 0 ? null : (
    <Section title={t('payments.title')} sheet>
      <ul class="plain-list">
        {charges.map((charge) => (
          <li key={charge.id}>
            {worksOnPayments ? (
              <a class="kern-link" href={href(`/amt/zahlungen/${charge.id}`)}>
                {euros(charge.cents, currentLocale())}
              </a>
            ) : (
              euros(charge.cents, currentLocale())
            )}{' '}
            <ChargeBadge charge={charge} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  )

const Who = ({ sheet }: { sheet: ApplicationSheet }) => {
  const { application, me, handlers } = sheet
  const { case: it, may } = application
  const mine = it.assigneeId !== undefined && it.assigneeId === me
  return (
    <Responsible it={it} me={me}>
      {may.work ? (
        <div class="desk-steps desk-steps--narrow">
          {me && !mine && handlers.some(({ id }) => id === me) ? (
            <ApplicationForm sheet={sheet} kind="zuteilung" id="take" submit={t('desk.who.take')} primary={false} icon="person">
              <input type="hidden" name="personId" value={me} />
            </ApplicationForm>
          ) : null}
          <Folded label={t('desk.who.assign')} icon="people" id="zuteilung">
            <AssignForm sheet={sheet} id="assign" />
          </Folded>
          <Folded label={t('deskApplications.handOn.title')} icon="share" id="abgabe">
            <HandOnForm sheet={sheet} id="hand-on" />
          </Folded>
        </div>
      ) : null}
      {sheet.mayHold ? (
        <ButtonLink href={`${PATH}/${it.number}/aufbewahrung`} kind="tertiary" icon="lock">
          {t('retention.hold.title')}
        </ButtonLink>
      ) : null}
    </Responsible>
  )
}

export const AssignForm = ({ sheet, id, state }: SheetForm) => (
  <ApplicationForm sheet={sheet} kind="zuteilung" id={id} state={state} submit={t('desk.who.assign.do')}>
    <PersonField people={sheet.handlers} away={sheet.away} value={sheet.application.case.assigneeId} state={state} />
  </ApplicationForm>
)

export const HandOnForm = ({ sheet, id, state }: SheetForm) => (
  <ApplicationForm sheet={sheet} kind="abgabe" id={id} state={state} submit={t('deskApplications.handOn.do')}>
    <Select
      name="unitId"
      label={t('desk.field.unit')}
      empty={t('desk.choose')}
      options={sheet.units
        .filter(({ id: unitId }) => unitId !== sheet.application.case.unitId)
        .map(({ id: unitId, name }) => ({ value: unitId, label: name }))}
    />
    <Field name="text" label={t('deskApplications.handOn.text')} hint={t('desk.note.hint')} rows={3} maxLength={4000} />
  </ApplicationForm>
)

/** The promise, the time of the state, and what the law says. */
const Times = ({ sheet: { application } }: { sheet: ApplicationSheet }) => {
  const { case: it, application: own, deadlines } = application
  return (
    <Section title={t('deskApplications.times.title')} sheet>
      <DefinitionList
        stacked
        items={[
          { term: t('desk.list.column.received'), value: exactTime(it.receivedAt) },
          { term: t('deskApplications.times.due'), value: <DueMark dueAt={it.dueAt} closedAt={it.closedAt} /> },
          { term: t('deskApplications.times.state'), value: exactTime(own.stateSince) },
          { term: t('deskApplications.times.timeOut'), value: own.timeOutAt && !it.closedAt ? exactDay(own.timeOutAt) : undefined },
          ...deadlines.map(({ words, law, endsAt }) => ({
            term: `${words[currentLocale()] || words.de} (${law})`,
            value: exactDay(endsAt),
          })),
          { term: t('deskApplications.times.letter'), value: own.letterOutOn ? dayText(own.letterOutOn) : undefined },
        ]}
      />
    </Section>
  )
}

const Applicants = ({ sheet: { application } }: { sheet: ApplicationSheet }) => (
  <Section title={t('deskApplications.parties.title')} sheet id="beteiligte">
    <ul class="contact">
      {application.parties.map((party) => (
        <Applicant key={party.id} party={party} />
      ))}
    </ul>
    <p class="desk-hint">
      <Icon name="shield" size="small" /> {t('deskApplications.parties.logged')}
    </p>
  </Section>
)

const Applicant = ({ party }: { party: Party }) => (
  <li class="contact__party">
    <p class="contact__name">
      {party.name ?? t('deskApplications.parties.unnamed')} <span class="contact__role">({t('case.role.applicant')})</span>
    </p>
    <Reach party={party} />
    <p class="contact__role">{t(party.personId ? 'deskApplications.parties.account' : 'deskApplications.parties.code')}</p>
  </li>
)
