import { photoOf } from '#core/files/index.ts'
import { Live } from '#core/notifications/index.ts'
import { ButtonLink, DefinitionList, type FormState, type IconName, Page, PhotoStrip, Refused, Section, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { IncidentMark, type ReportVerb } from '#services/reports/index.ts'
import { Folded, isPlain, stepForms } from '../case/index.ts'
import { DueMark, PriorityMark, StateMark } from '../home/index.ts'
import { needsProof } from './along.read.ts'
import { type FormOf, OutsideNoteForm, OutsideStepForm } from './forms.view.tsx'
import { answersIn, notesOf, type OutsideSheet, wayText } from './outside.read.ts'
import { cardPath, OUTSIDE } from './paths.ts'
import { Distance } from './stop.view.tsx'

export type OutsideAttempt = { form: ReportVerb | 'note'; state: FormState }
type Props = { sheet: OutsideSheet; attempt?: OutsideAttempt | undefined }

/** One report as it is needed on the spot: what and where, what to do, what is known of it. */
export const OutsideCardPage = ({ sheet, attempt }: Props) => {
  const { report, from, next, way } = sheet
  const list = wayText(way)
  return (
    <Page
      title={report.category.name[currentLocale()]}
      preline={report.case.number}
      lead={
        <>
          {report.place.label}
          {report.place.note ? <span class="desk-note"> {report.place.note}</span> : null}
        </>
      }
      width="reading"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: `${OUTSIDE}${list ? `?${list}` : ''}`, label: t('outside.title') },
      ]}
    >
      <Live topics={[`case:${report.case.id}`]} />
      <div class="desk-marks desk-marks--large">
        <StateMark state={report.state} stage={report.case.stage} />
        <DueMark dueAt={report.case.dueAt} closedAt={report.case.closedAt} />
        <PriorityMark priority={report.case.priority} />
      </div>
      <IncidentMark number={report.case.number} incident={report.incident} />
      {from ? <Distance from={from} to={report.place} /> : null}
      <Told sheet={sheet} />
      <Steps sheet={sheet} attempt={attempt} />
      <Known sheet={sheet} />
      <nav class="outside-next" aria-label={t('outside.further')}>
        {next ? (
          <ButtonLink href={cardPath(next, list)} icon="arrow-forward" kind="primary" rel="next">
            {t('outside.next')}
          </ButtonLink>
        ) : (
          <p>{t('outside.last')}</p>
        )}
        <ButtonLink href={`/amt/meldungen/${report.case.number}`} icon="open-in-new" kind="tertiary">
          {t('outside.whole')}
        </ButtonLink>
      </nav>
    </Page>
  )
}

const Told = ({ sheet: { report } }: { sheet: OutsideSheet }) => {
  const photos = report.photos.filter(({ role }) => role !== 'answer')
  return (
    <Section title={t('desk.case.told')} id="meldung">
      <p class="desk-words">{report.originalText || t('desk.case.noText')}</p>
      {photos.length > 0 ? (
        <PhotoStrip
          label={t('desk.case.photos')}
          photos={photos.map((photo, i) => ({
            ...photoOf(photo.file, t('desk.photo.alt', { n: i + 1, role: t(`desk.photo.${photo.role}`) })),
            mark: t(`desk.photo.${photo.role}`),
          }))}
        />
      ) : null}
      <DefinitionList items={answersIn(frame().locale, report)} />
    </Section>
  )
}

const icons: Partial<Record<ReportVerb, IconName>> = {
  accept: 'check',
  start: 'tool',
  finish: 'success',
  ask: 'chat',
  handOn: 'share',
  end: 'flag',
}

const formOf = ({ report, way, next }: OutsideSheet): FormOf => ({
  number: report.case.number,
  version: report.case.version,
  way: wayText(way),
  next: next ?? '',
  needsProof: needsProof(report.category),
})

/** A form that was refused stands open with what was typed; if its step is no longer possible, the words stand there to be kept as a note. */
const Steps = ({ sheet, attempt }: Props) => {
  const of = formOf(sheet)
  const stateOf = (form: OutsideAttempt['form']) => (attempt?.form === form ? attempt.state : undefined)
  const gone = attempt && attempt.form !== 'note' && !sheet.steps.includes(attempt.form) ? attempt.state : undefined
  return (
    <Section title={t('desk.case.steps')} id="schritte">
      {gone ? <Refused refusal={gone.refusal} /> : null}
      {gone ? <p>{t('outside.notNow')}</p> : null}
      {sheet.steps.length === 0 ? <p class="kern-body--muted">{t('desk.steps.none')}</p> : null}
      <div class="desk-steps outside-steps">
        {sheet.steps.map((verb, i) =>
          isPlain(verb) ? (
            <OutsideStepForm key={verb} of={of} verb={verb} id={`step-${verb}`} state={stateOf(verb)} />
          ) : (
            <Folded
              key={verb}
              id={`schritt-${verb}`}
              label={t(`outside.verb.${verb}`)}
              icon={icons[verb] ?? 'check'}
              open={stateOf(verb) !== undefined}
              primary={i === 0}
              danger={stepForms[verb]?.danger ?? false}
            >
              <OutsideStepForm of={of} verb={verb} id={`step-${verb}`} state={stateOf(verb)} />
            </Folded>
          ),
        )}
        <Folded label={t('desk.note.title')} icon="edit" id="notiz" open={stateOf('note') !== undefined || gone !== undefined}>
          <OutsideNoteForm of={of} id="note" state={stateOf('note') ?? (gone && { input: gone.input, errors: {} })} />
        </Folded>
      </div>
    </Section>
  )
}

const NEAR = 5

const Known = ({ sheet: { report } }: { sheet: OutsideSheet }) => {
  const notes = notesOf(report)
  return (
    <>
      <Section title={t('outside.notes')}>
        {notes.length === 0 ? <p class="kern-body--muted">{t('outside.notes.none')}</p> : null}
        <ul class="outside-known">
          {notes.map(({ id, text, at }) => (
            <li key={id}>
              <p class="desk-words">{text}</p>
              <p class="desk-news__meta">
                <Time at={at} />
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('outside.near')}>
        {report.near.length === 0 ? <p class="kern-body--muted">{t('outside.near.none')}</p> : null}
        <ul class="outside-known">
          {report.near.slice(0, NEAR).map(({ number, title, state, receivedAt, sameAsset }) => (
            <li key={number}>
              <a href={href(`${OUTSIDE}/${number}`)}>{title}</a>
              <p class="desk-news__meta">
                {t(`report.state.${state}`)} · <Time at={receivedAt} />
                {sameAsset ? ` · ${t('outside.near.same')}` : ''}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
