import type { ComponentChildren } from 'preact'
import { Alert, ButtonLink, DefinitionList, exactDay, type FormState, Refused, Section, Select, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { CoverShown, Holder, Message, Party } from '#services/cases/index.ts'
import { dayText } from '../cover/index.ts'
import { TypedText } from './form-parts.view.tsx'

/** To the cases before and after this one in the list that somebody came from (`k`, `j`). */
export const Neighbours = ({
  path,
  liste,
  neighbours: { previous, next },
}: {
  path: string
  liste: string
  neighbours: { previous: string | undefined; next: string | undefined }
}) => {
  const to = (number: string) => `${path}/${number}?${new URLSearchParams({ liste })}`
  return (
    <>
      {previous ? (
        <ButtonLink href={to(previous)} icon="arrow-back" kind="tertiary" rel="prev" data={{ 'data-shortcut': 'k' }}>
          {t('desk.case.previous')}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={to(next)} icon="arrow-forward" kind="tertiary" rel="next" data={{ 'data-shortcut': 'j' }}>
          {t('desk.case.next')}
        </ButtonLink>
      ) : null}
    </>
  )
}

type Item = Parameters<typeof DefinitionList>[0]['items'][number]

/** Which unit and which person has it; below it what can be changed about that. */
export const Responsible = ({
  it,
  me,
  more = [],
  children,
}: {
  it: { unitName: string | undefined; assigneeId: string | undefined; assigneeName: string | undefined }
  me: string | undefined
  more?: readonly Item[]
  children?: ComponentChildren
}) => (
  <Section title={t('desk.who.title')} sheet>
    <DefinitionList
      stacked
      items={[
        { term: t('desk.list.column.unit'), value: it.unitName ?? t('desk.list.nobody') },
        {
          term: t('desk.list.column.assignee'),
          value: it.assigneeName
            ? it.assigneeId === me
              ? t('desk.who.me', { name: it.assigneeName })
              : it.assigneeName
            : t('desk.list.nobody'),
        },
        ...more,
      ]}
    />
    {children}
  </Section>
)

/** "Anna (nicht da bis 5. Dez. 2026, vertreten von Bert)". */
function nameWithAbsence({ id, name }: Holder, away: readonly CoverShown[]): string {
  const absence = away.find(({ personId }) => personId === id)
  return absence ? t('desk.away.name', { name, until: dayText(absence.untilOn), deputy: absence.deputyName }) : name
}

/** Who is to have it: colleagues, and who of them is away. */
export const PersonField = ({
  people,
  away,
  value,
  state,
}: {
  people: readonly Holder[]
  away: readonly CoverShown[]
  value: string | undefined
  state: FormState | undefined
}) => (
  <Select
    name="personId"
    label={t('desk.field.person')}
    empty={t('desk.field.nobody')}
    {...(state ? {} : { value })}
    hint={away.length > 0 ? t('desk.away.hint') : undefined}
    options={people.map((person) => ({ value: person.id, label: nameWithAbsence(person, away) }))}
  />
)

/** How to reach somebody who takes part. */
export const Reach = ({ party }: { party: Party }) => (
  <>
    {party.email ? (
      <p>
        <a href={href(`mailto:${party.email}`)}>{party.email}</a>
        {party.emailConfirmedAt || party.personId ? null : <span class="contact__role"> {t('desk.contact.unconfirmed')}</span>}
      </p>
    ) : null}
    {party.phone ? (
      <p>
        <a href={href(`tel:${party.phone.replace(/[^+\d]/g, '')}`)}>{party.phone}</a>
      </p>
    ) : null}
  </>
)

type Talked = {
  messages: readonly Message[]
  openQuestion: Message | undefined
  /** In the words of the kind: nothing said yet, a question of the town, another word of it, one of theirs. */
  words: Record<'none' | 'asked' | 'ours' | 'theirs', string>
  /** The ways to say more. */
  children?: ComponentChildren
}

/** What was said between the town and those who take part. */
export const Conversation = ({ messages, openQuestion, words, children }: Talked) => {
  const said = messages.filter(({ audience, kind }) => audience === 'parties' && kind !== 'note')
  return (
    <Section title={t('desk.talk.title')} id="gespraech">
      {openQuestion ? (
        <Alert tone="warning" title={t('desk.talk.waiting')}>
          {openQuestion.dueAt ? <p>{t('desk.talk.until', { day: exactDay(openQuestion.dueAt) })}</p> : null}
        </Alert>
      ) : null}
      {said.length === 0 ? (
        <p class="kern-body kern-body--muted">{words.none}</p>
      ) : (
        <ol class="talk">
          {said.map((message) => {
            const ours = message.authorPartyId === undefined
            return (
              <li key={message.id} class={`talk__said talk__said--${ours ? 'ours' : 'theirs'}`}>
                <p class="talk__meta">
                  {ours ? (message.kind === 'question' ? words.asked : words.ours) : words.theirs} · <Time at={message.at} />
                </p>
                <p class="desk-words">{message.text}</p>
              </li>
            )
          })}
        </ol>
      )}
      {children ? <div class="desk-steps">{children}</div> : null}
    </Section>
  )
}

/** A form that is not possible any more; what was typed is kept to be copied. */
export const NotNow = ({ state }: { state: FormState }) => {
  const typed = typeof state.input.text === 'string' ? state.input.text : ''
  return (
    <>
      <Refused refusal={state.refusal} />
      <p>{t('desk.attempt.notNow')}</p>
      {typed ? <TypedText text={typed} /> : null}
    </>
  )
}
