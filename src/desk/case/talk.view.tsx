import { Alert, exactDay, Section, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Message } from '#services/cases/index.ts'
import { ToWhom } from '#services/reports/index.ts'
import { BlockChoice } from '../textblocks/index.ts'
import type { CaseSheet } from './case.read.ts'
import { DeskForm, Folded, PhotoField, WordsField } from './form-parts.view.tsx'

/** What was said between the town and those who reported, and the ways to say more: to them, to everybody, to colleagues. */
export const Talk = ({ sheet }: { sheet: CaseSheet }) => {
  const { report } = sheet
  const said = report.messages.filter(({ audience, kind }) => audience === 'parties' && kind !== 'note')
  return (
    <Section title={t('desk.talk.title')} id="gespraech">
      {report.openQuestion ? (
        <Alert tone="warning" title={t('desk.talk.waiting')}>
          {report.openQuestion.dueAt ? <p>{t('desk.talk.until', { day: exactDay(report.openQuestion.dueAt) })}</p> : null}
        </Alert>
      ) : null}
      {said.length === 0 ? (
        <p class="kern-body kern-body--muted">{t('desk.talk.none')}</p>
      ) : (
        <ol class="talk">
          {said.map((message) => (
            <Said key={message.id} message={message} />
          ))}
        </ol>
      )}
      {report.may.work ? (
        <div class="desk-steps">
          <Folded label={t('desk.note.title')} icon="edit" id="notiz" shortcut="n">
            <NoteForm sheet={sheet} id="note" />
          </Folded>
          <Folded label={t('desk.message.title')} icon="mail" id="nachricht">
            <MessageForm sheet={sheet} id="message" />
          </Folded>
          {report.incident?.isMember ? null : (
            <Folded label={t('desk.word.title')} icon="chat" id="wort">
              <WordForm sheet={sheet} id="word" />
            </Folded>
          )}
        </div>
      ) : null}
    </Section>
  )
}

const Said = ({ message }: { message: Message }) => {
  const ours = message.authorPartyId === undefined
  return (
    <li class={`talk__said talk__said--${ours ? 'ours' : 'theirs'}`}>
      <p class="talk__meta">
        {t(ours ? (message.kind === 'question' ? 'desk.talk.asked' : 'desk.talk.ours') : 'desk.talk.theirs')} · <Time at={message.at} />
      </p>
      <p class="desk-words">{message.text}</p>
    </li>
  )
}

type FormProps = { sheet: CaseSheet; id: string; state?: Parameters<typeof DeskForm>[0]['state'] }

export const NoteForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="notiz" id={id} state={state} submit={t('desk.note.do')}>
    <WordsField label={t('desk.note.text')} hint={t('desk.note.hint')} />
    <BlockChoice blocks={sheet.blocks} step="note" kind="notiz" number={sheet.report.case.number} />
  </DeskForm>
)

export const MessageForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="nachricht" id={id} state={state} submit={t('desk.message.do')}>
    <ToWhom incident={sheet.report.incident} />
    <WordsField label={t('desk.message.text')} hint={t('desk.message.hint')} />
    <BlockChoice blocks={sheet.blocks} step="message" kind="nachricht" number={sheet.report.case.number} />
  </DeskForm>
)

export const WordForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="wort" id={id} state={state} submit={t('desk.word.do')} files>
    <WordsField label={t('desk.word.text')} hint={t('desk.word.hint')} />
    <BlockChoice blocks={sheet.blocks} step="word" kind="wort" number={sheet.report.case.number} />
    <PhotoField state={state} hint={t('desk.word.photos')} optional />
  </DeskForm>
)
