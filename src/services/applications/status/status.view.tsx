import { Live } from '#core/notifications/index.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  Columns,
  ConfirmButton,
  DefinitionList,
  exactDay,
  Form,
  Icon,
  Page,
  Section,
  StageBadge,
  Time,
  Timeline,
  type TimelineItem,
} from '#design/index.ts'
import { blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { Message } from '../../cases/index.ts'
import { AnswerList, inWords } from '../../forms/index.ts'
import { euros } from '../../payments/payment.rules.ts'
import { NewsByMail } from '../news/news.view.tsx'
import { OwnObjection } from '../objection/objection.view.tsx'
import { Remedies } from '../objection/remedy.view.tsx'
import { Answered } from './answered.view.tsx'
import type { PartyApplication } from './application.read.ts'
import { WordsForm } from './words.view.tsx'

type Props = { application: PartyApplication; file: (id: string) => string | undefined; live: boolean }

/** An application for who sent it: where it stands in plain words, whose turn it is, what happened, what was said and sent. */
export const ApplicationPage = ({ application, file, live }: Props) => {
  const { it, state, question, answered, objection, remedies, messages, answers, withdraw, mayChange } = application
  const isOpen = it.stage !== 'done' && it.stage !== 'ended'
  return (
    <Page
      title={it.title}
      preline={it.number}
      lead={state.hint ? inWords(state.hint, currentLocale()) : inWords(state.words, currentLocale())}
      noindex
      actions={<StageBadge stage={it.stage} />}
      breadcrumbs={[
        { href: '/', label: t('apply.home') },
        { href: '/antraege', label: t('apply.mine.title') },
      ]}
    >
      {live ? <Live topics={[`case:${it.id}`]} /> : null}
      {application.deletedFrom ? (
        <Alert tone="warning" title={t('retention.coming', { day: exactDay(application.deletedFrom) })}>
          <p>{t('retention.coming.application')}</p>
        </Alert>
      ) : null}
      {application.news?.email && !application.news.confirmed ? (
        <Alert tone="warning" title={t('applyNews.pending')}>
          <p>{t('applyNews.pending.text')}</p>
        </Alert>
      ) : null}
      {question ? <Question question={question} number={it.number} /> : null}
      {answered ? <Answered answered={answered} number={it.number} /> : null}
      <Columns side={<Side application={application} />}>
        <Section title={t('apply.status.timeline')}>
          <Timeline items={[...happened(application), ...next(application)]} />
        </Section>
        {objection ? <OwnObjection objection={objection} number={it.number} /> : null}
        <Remedies remedies={remedies} />
        <Said messages={messages} />
        <details class="write" id="schreiben">
          <summary class="share__open">
            <Icon name="chat" /> {t('apply.nachricht')}
          </summary>
          <WordsForm number={it.number} to="nachricht" form={blank} />
        </details>
        {application.news ? <NewsByMail number={it.number} news={application.news} /> : null}
        <Section title={t('apply.status.sent')}>
          <AnswerList pages={answers} file={file} />
          <Signatures signatures={application.signatures} />
          <Files application={application} file={file} />
        </Section>
      </Columns>
      {mayChange ? (
        <Form action={`/antraege/${it.number}/aendern`}>
          <p>{t('apply.status.change.text')}</p>
          <ButtonRow>
            <Button type="submit" icon="edit">
              {t('apply.status.change')}
            </Button>
          </ButtonRow>
        </Form>
      ) : null}
      {isOpen && withdraw ? (
        <ConfirmButton
          action={`/antraege/${it.number}/zurueckziehen`}
          label={`${inWords(withdraw, currentLocale())} …`}
          consequence={<p>{t('apply.withdraw.text')}</p>}
          confirm={inWords(withdraw, currentLocale())}
          icon="undo"
        />
      ) : null}
    </Page>
  )
}

const happened = ({ timeline }: PartyApplication): TimelineItem[] =>
  timeline.map((entry, at) => ({
    title: t(entry.title.key, entry.title.params),
    at: entry.at,
    who: entry.unitName ?? t(`case.role.${entry.role}`),
    text: entry.text ? <p class="words">{entry.text}</p> : undefined,
    ...(at === timeline.length - 1 ? { state: 'current' as const } : {}),
  }))

/** A day that has passed is not kept quiet. */
const next = ({ it }: PartyApplication): TimelineItem[] => {
  if (it.stage === 'done' || it.stage === 'ended') return []
  const isLate = it.dueAt !== undefined && it.dueAt < frame().now
  return [{ title: t(isLate ? 'apply.status.late' : 'apply.sent.next.done'), at: it.dueAt, state: 'next' }]
}

const Question = ({ question, number }: { question: Message; number: string }) => (
  <section class="sheet question" id="frage" aria-label={t('apply.question')}>
    <h2>
      <Icon name="hand" /> {t('apply.question')}
    </h2>
    <blockquote class="words words--large">{question.text}</blockquote>
    {question.dueAt ? (
      <p class="kern-body kern-body--muted">
        {t('apply.question.until')} <Time at={question.dueAt} show="day" />
      </p>
    ) : null}
    <WordsForm number={number} to="antwort" form={blank} />
  </section>
)

const Said = ({ messages }: { messages: readonly Message[] }) =>
  messages.length > 0 ? (
    <Section title={t('apply.messages')}>
      <ol class="messages">
        {messages.map((message) => (
          <li key={message.id} class={`message message--${message.authorPartyId ? 'own' : 'town'}`}>
            <p class="message__who">
              {t(message.authorPartyId ? 'apply.you' : 'apply.office')} · <Time at={message.at} />
            </p>
            <p class="words">{message.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  ) : null

const Signatures = ({ signatures }: Pick<PartyApplication, 'signatures'>) =>
  signatures.length > 0 ? (
    <section class="sheet answers__page">
      <h3 class="answers__title">{t('cosign.signatures')}</h3>
      <DefinitionList items={signatures.map(({ name, signedAt }) => ({ term: name, value: <Time at={signedAt} /> }))} />
    </section>
  ) : null

/** Documents that came later, with an answer or a message. */
const Files = ({ application: { files, answers }, file }: Pick<Props, 'application' | 'file'>) => {
  const named = new Set(answers.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.flatMap((row) => row.files.map(({ id }) => id)))))
  const later = files.filter(({ id }) => !named.has(id))
  return later.length > 0 ? (
    <>
      <h3>{t('apply.status.files')}</h3>
      <ul class="answers__files">
        {later.map(({ id, name }) => (
          <li key={id}>
            <Icon name="draft" size="small" /> {file(id) ? <a href={href(file(id) ?? '')}>{name}</a> : name}
          </li>
        ))}
      </ul>
    </>
  ) : null
}

const Side = ({ application: { it, state, sent, letters, fees } }: { application: PartyApplication }) => (
  <>
    <DefinitionList
      stacked
      items={[
        { term: t('apply.number'), value: it.number },
        { term: t('apply.status.state'), value: inWords(state.words, currentLocale()) },
        { term: t('apply.status.received'), value: <Time at={it.receivedAt} show="day" /> },
        { term: t('apply.status.due'), value: it.closedAt ? undefined : <Time at={it.dueAt} show="day" /> },
        { term: t('apply.status.closed'), value: it.closedAt && <Time at={it.closedAt} show="day" /> },
        { term: t('apply.status.version'), value: sent.length > 1 ? t('apply.status.versions', { count: sent.length }) : undefined },
      ]}
    />
    <ButtonRow>
      <ButtonLink href={`/status/${it.number}/eingang.pdf`} icon="download" download>
        {t('apply.sent.pdf')}
      </ButtonLink>
      {fees.demanded ? (
        <ButtonLink href={`/status/${it.number}/zahlung`} {...(fees.open > 0 ? { kind: 'primary' } : {})}>
          {fees.open > 0 ? t('payments.open', { amount: euros(fees.open, currentLocale()) }) : t('payments.title')}
        </ButtonLink>
      ) : null}
      {letters > 0 ? (
        <ButtonLink href={`/status/${it.number}/briefe`} icon="mail">
          {t('apply.status.letters', { count: letters })}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  </>
)
