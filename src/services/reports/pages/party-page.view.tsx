import { Live } from '#core/notifications/index.ts'
import { PlaceMap } from '#core/places/index.ts'
import {
  Alert,
  ButtonLink,
  Columns,
  ConfirmButton,
  DefinitionList,
  exactDay,
  Icon,
  Page,
  PhotoStrip,
  Section,
  StageBadge,
  type StripPhoto,
  Time,
  Timeline,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { CasePhoto, Message } from '../../cases/index.ts'
import { PromiseView } from '../promise/promise.view.tsx'
import type { ObjectionState } from '../proof/objection.verbs.ts'
import { Proof } from '../proof/objection.view.tsx'
import type { PartyReport } from '../report.view.rules.ts'
import { answerWords } from './answer-words.ts'
import { WordsForm } from './party-again.view.tsx'
import { PublicStage } from './report-card.view.tsx'
import { publicTimeline } from './timeline.view.tsx'
import { inWords } from './words.ts'

type Props = {
  report: PartyReport
  objection: ObjectionState | undefined
  photo: (photo: CasePhoto, alt: string) => StripPhoto
  live: boolean
}

const blank = { input: {}, errors: {} }
const isReporter = ({ party }: PartyReport) => party.role === 'reporter' || party.role === 'applicant'

/** The report for who sent or joined it: the question first, then what happened, then what was said. */
export const PartyPage = ({ report, objection, photo, live }: Props) => {
  const name = inWords(report.category.name)
  const picture = (each: CasePhoto) => photo(each, t('reports.photo.alt', { what: name, where: report.place.label }))
  return (
    <Page
      title={name}
      preline={report.number}
      lead={report.place.label}
      noindex
      actions={isReporter(report) ? <StageBadge stage={report.stage} /> : <PublicStage stage={report.stage} />}
      breadcrumbs={[
        { href: '/', label: t('reports.home') },
        { href: '/status', label: t('status.title') },
      ]}
    >
      {live ? <Live topics={[`case:${report.id}`]} /> : null}
      {report.emailUnconfirmed ? (
        <Alert tone="warning" title={t('receipt.confirm')}>
          <p>{t('receipt.confirm.text')}</p>
        </Alert>
      ) : null}
      {report.deletedFrom ? (
        <Alert tone="warning" title={t('retention.coming', { day: exactDay(report.deletedFrom) })}>
          <p>{t('retention.coming.text')}</p>
        </Alert>
      ) : null}
      {report.incident ? (
        <Alert tone="info" title={t('incident.title')}>
          <p>{t('incident.party', { count: report.incident.count })}</p>
        </Alert>
      ) : null}
      {report.openQuestion && isReporter(report) ? <Question question={report.openQuestion} number={report.number} /> : null}
      {objection ? <Proof report={report} objection={objection} picture={picture} /> : null}
      <Columns side={<Side report={report} />}>
        <Section title={t('reportPage.timeline')}>
          <Timeline items={publicTimeline(report, picture)} />
        </Section>
        <Said messages={report.messages} />
        {report.stage === 'done' || report.stage === 'ended' ? null : (
          <details class="write" id="schreiben">
            <summary class="share__open">
              <Icon name="chat" /> {t('party.nachricht')}
            </summary>
            <WordsForm number={report.number} to="nachricht" form={blank} />
          </details>
        )}
        <Original report={report} picture={picture} />
      </Columns>
      <Leave report={report} />
    </Page>
  )
}

const Question = ({ question, number }: { question: Message; number: string }) => (
  <section class="sheet question" id="frage" aria-label={t('party.question')}>
    <h2>
      <Icon name="hand" /> {t('party.question')}
    </h2>
    <blockquote class="words words--large">{question.text}</blockquote>
    {question.dueAt ? (
      <p class="kern-body kern-body--muted">
        {t('party.question.until')} <Time at={question.dueAt} show="day" />
      </p>
    ) : null}
    <WordsForm number={number} to="antwort" form={blank} />
  </section>
)

const Said = ({ messages }: { messages: readonly Message[] }) =>
  messages.length > 0 ? (
    <Section title={t('party.messages')}>
      <ol class="messages">
        {messages.map((message) => (
          <li key={message.id} class={`message message--${message.authorPartyId ? 'own' : 'town'}`}>
            <p class="message__who">
              {t(message.authorPartyId ? 'party.you' : 'party.town')} · <Time at={message.at} />
            </p>
            <p class="words">{message.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  ) : null

const Original = ({ report, picture }: { report: PartyReport; picture: (photo: CasePhoto) => StripPhoto }) =>
  isReporter(report) ? (
    <Section title={t('party.original')}>
      {report.photos.length > 0 ? <PhotoStrip photos={report.photos.map(picture)} label={t('reports.photos')} /> : null}
      {report.originalText ? <p class="words">{report.originalText}</p> : null}
      <DefinitionList
        items={report.questions.map((question) => {
          const answer = report.answers[question.code]
          return { term: inWords(question.label), value: answer === undefined ? undefined : answerWords(question, answer) }
        })}
      />
    </Section>
  ) : null

const Side = ({ report }: { report: PartyReport }) => (
  <>
    <PlaceMap places={[{ ...report.place }]} label={t('reports.map.of', { place: report.place.label })} size="small" zoom={16} />
    <DefinitionList
      stacked
      items={[
        { term: t('receipt.number'), value: report.number },
        { term: t('reportPage.place'), value: report.place.note ? `${report.place.label} · ${report.place.note}` : report.place.label },
        { term: t('reportPage.unit'), value: report.unitName ?? t('reportPage.unit.none') },
        { term: t('reportPage.why'), value: report.routingNote ? inWords(report.routingNote) : undefined },
        { term: t('reportPage.received'), value: <Time at={report.receivedAt} show="exact" /> },
        { term: t('promise.title'), value: report.promise ? <PromiseView promise={report.promise} doneAt={report.closedAt} /> : undefined },
        { term: t('reportPage.planned'), value: report.plannedFor ? <Time at={report.plannedFor} show="day" /> : undefined },
        {
          term: t('party.support'),
          value: report.supportCount > 0 ? t('reports.support', { count: report.supportCount }) : undefined,
        },
        { term: t('party.visible'), value: t(report.published ? 'party.visible.all' : 'party.visible.you') },
      ]}
    />
    {report.published ? (
      <ButtonLink href={`/meldungen/${report.number}`} kind="tertiary" icon="visibility">
        {t('party.public')}
      </ButtonLink>
    ) : null}
  </>
)

const Leave = ({ report }: { report: PartyReport }) => {
  if (isReporter(report))
    return report.mayWithdraw ? (
      <ConfirmButton
        action={`/status/${report.number}/zurueckziehen`}
        label={t('party.withdraw')}
        consequence={<p>{t('party.withdraw.text')}</p>}
        confirm={t('party.withdraw.confirm')}
        icon="undo"
      />
    ) : null
  return (
    <ConfirmButton
      action={`/status/${report.number}/verlassen`}
      label={t('party.leave')}
      consequence={<p>{t('party.leave.text')}</p>}
      confirm={t('party.leave.confirm')}
      icon="undo"
    />
  )
}
