import { t } from '#platform/text.ts'
import { ToWhom } from '#services/reports/index.ts'
import { BlockChoice } from '../textblocks/index.ts'
import type { CaseSheet } from './case.read.ts'
import { Conversation } from './common-parts.view.tsx'
import { DeskForm, Folded, PhotoField, WordsField } from './form-parts.view.tsx'

/** What was said between the town and those who reported, and the ways to say more: to them, to everybody, to colleagues. */
export const Talk = ({ sheet }: { sheet: CaseSheet }) => {
  const { messages, openQuestion, may, incident } = sheet.report
  return (
    <Conversation
      messages={messages}
      openQuestion={openQuestion}
      words={{ none: t('desk.talk.none'), asked: t('desk.talk.asked'), ours: t('desk.talk.ours'), theirs: t('desk.talk.theirs') }}
    >
      {may.work ? (
        <>
          <Folded label={t('desk.note.title')} icon="edit" id="notiz" shortcut="n">
            <NoteForm sheet={sheet} id="note" />
          </Folded>
          <Folded label={t('desk.message.title')} icon="mail" id="nachricht">
            <MessageForm sheet={sheet} id="message" />
          </Folded>
          {incident?.isMember ? null : (
            <Folded label={t('desk.word.title')} icon="chat" id="wort">
              <WordForm sheet={sheet} id="word" />
            </Folded>
          )}
        </>
      ) : null}
    </Conversation>
  )
}

type FormProps = { sheet: CaseSheet; id: string; state?: Parameters<typeof DeskForm>[0]['state'] }

const action = (sheet: CaseSheet) => `/amt/meldungen/${sheet.report.case.number}/baustein`

export const NoteForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="notiz" id={id} state={state} submit={t('desk.note.do')}>
    <WordsField label={t('desk.note.text')} hint={t('desk.note.hint')} />
    <BlockChoice blocks={sheet.blocks} step="note" kind="notiz" action={action(sheet)} />
  </DeskForm>
)

export const MessageForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="nachricht" id={id} state={state} submit={t('desk.message.do')}>
    <ToWhom incident={sheet.report.incident} />
    <WordsField label={t('desk.message.text')} hint={t('desk.message.hint')} />
    <BlockChoice blocks={sheet.blocks} step="message" kind="nachricht" action={action(sheet)} />
  </DeskForm>
)

export const WordForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="wort" id={id} state={state} submit={t('desk.word.do')} files>
    <WordsField label={t('desk.word.text')} hint={t('desk.word.hint')} />
    <BlockChoice blocks={sheet.blocks} step="word" kind="wort" action={action(sheet)} />
    <PhotoField state={state} hint={t('desk.word.photos')} optional />
  </DeskForm>
)
