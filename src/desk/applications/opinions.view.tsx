import { Badge, Choice, Field, Section, Select, Table, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { type OpinionShown, verdicts } from '#services/applications/index.ts'
import { Folded } from '../case/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { ApplicationForm, type SheetForm } from './form.view.tsx'

export const opinionName = ({ words, unitName }: OpinionShown): string => (words ? words[currentLocale()] || words.de : unitName)

const tones = { agrees: 'success', conditions: 'warning', objects: 'danger' } as const

/** What other departments were asked and said; the form for who was asked, and the way to ask one more. */
export const Opinions = ({ sheet, without }: { sheet: ApplicationSheet; without?: string | undefined }) => {
  const { opinions, may } = sheet.application
  if (opinions.length === 0 && !may.work) return null
  return (
    <Section title={t('deskApplications.opinions.title')} id="stellungnahmen">
      {opinions.length === 0 ? (
        <p class="kern-body kern-body--muted">{t('deskApplications.opinions.none')}</p>
      ) : (
        <Table
          caption={t('deskApplications.opinions.title')}
          hideCaption
          rows={opinions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'unit', label: t('desk.list.column.unit'), names: true, show: (one) => <Unit opinion={one} /> },
            { key: 'state', label: t('desk.list.column.state'), show: (one) => <Standing opinion={one} /> },
            { key: 'said', label: t('deskApplications.opinions.said'), show: (one) => <Said opinion={one} /> },
          ]}
        />
      )}
      <div class="desk-steps">
        {opinions
          .filter(({ mine, key }) => mine && key !== without)
          .map((opinion) => (
            <Folded
              key={opinion.id}
              id={`stellungnahme-${opinion.key}`}
              label={t('deskApplications.opinions.give', { name: opinionName(opinion) })}
              icon="chat"
              primary
              open={!may.work}
            >
              <OpinionForm sheet={sheet} opinion={opinion} id={`opinion-${opinion.key}`} />
            </Folded>
          ))}
        {may.work ? (
          <Folded label={t('deskApplications.opinions.ask')} icon="people" id="anfrage">
            <AskForm sheet={sheet} id="ask-opinion" />
          </Folded>
        ) : null}
      </div>
    </Section>
  )
}

const Unit = ({ opinion }: { opinion: OpinionShown }) => (
  <span class="desk-who">
    <span>{opinion.unitName}</span>
    {opinion.words ? <span class="desk-who__unit">{opinionName(opinion)}</span> : null}
  </span>
)

const Standing = ({ opinion: { verdict, givenAt, closedAt, dueAt } }: { opinion: OpinionShown }) => {
  if (verdict) return <Badge tone={tones[verdict]}>{t(`deskApplications.verdict.${verdict}`)}</Badge>
  if (closedAt && !givenAt) return <Badge>{t('deskApplications.opinions.closed')}</Badge>
  const late = dueAt < frame().now ? 'danger' : 'neutral'
  return (
    <Badge tone={late} icon="clock">
      {t('deskApplications.opinions.until')} <Time at={dueAt} show="day" />
    </Badge>
  )
}

const Said = ({ opinion: { text, givenAt, givenByName } }: { opinion: OpinionShown }) =>
  givenAt ? (
    <>
      {text ? <p class="desk-words">{text}</p> : null}
      <p class="desk-hint">
        {givenByName ? `${givenByName}, ` : ''}
        <Time at={givenAt} />
      </p>
    </>
  ) : (
    <span class="desk-hint">{t('deskApplications.opinions.waits')}</span>
  )

export const OpinionForm = ({ sheet, opinion, id, state }: SheetForm & { opinion: OpinionShown }) => (
  <ApplicationForm sheet={sheet} kind="stellungnahme" id={id} state={state} submit={t('deskApplications.opinions.give.do')}>
    <input type="hidden" name="key" value={opinion.key} />
    <Choice
      name="verdict"
      label={t('deskApplications.opinions.verdict')}
      options={verdicts.map((verdict) => ({ value: verdict, label: t(`deskApplications.verdict.${verdict}`) }))}
    />
    <Field
      name="text"
      label={t('deskApplications.opinions.text')}
      hint={t('deskApplications.opinions.text.hint')}
      rows={5}
      maxLength={10_000}
    />
  </ApplicationForm>
)

export const AskForm = ({ sheet, id, state }: SheetForm) => (
  <ApplicationForm sheet={sheet} kind="anfrage" id={id} state={state} submit={t('deskApplications.opinions.ask.do')}>
    <Select
      name="unitId"
      label={t('deskApplications.field.department')}
      empty={t('desk.choose')}
      options={sheet.units
        .filter(({ id: unitId }) => unitId !== sheet.application.case.unitId)
        .map(({ id: unitId, name }) => ({ value: unitId, label: name }))}
    />
    <Field
      name="text"
      label={t('deskApplications.opinions.question')}
      hint={t('deskApplications.opinions.question.hint')}
      rows={4}
      maxLength={4000}
    />
    <Field
      name="days"
      type="number"
      width="short"
      min={1}
      max={180}
      label={t('deskApplications.opinions.days')}
      {...(state ? {} : { value: 10 })}
    />
  </ApplicationForm>
)
