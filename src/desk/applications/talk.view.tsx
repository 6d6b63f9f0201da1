import { Field } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { Conversation, Folded } from '../case/index.ts'
import { BlockChoice } from '../textblocks/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { ApplicationForm, type SheetForm } from './form.view.tsx'
import { PATH } from './list-query.rules.ts'

/** What was said between the office and who applied, and the ways to say more. */
export const Talk = ({ sheet }: { sheet: ApplicationSheet }) => {
  const { messages, openQuestion, may } = sheet.application
  const words = (key: 'none' | 'asked' | 'ours' | 'theirs') => t(`deskApplications.talk.${key}`)
  return (
    <Conversation
      messages={messages}
      openQuestion={openQuestion}
      words={{ none: words('none'), asked: words('asked'), ours: words('ours'), theirs: words('theirs') }}
    >
      {may.letter ? (
        <>
          <Folded label={t('desk.note.title')} icon="edit" id="notiz" shortcut="n">
            <NoteForm sheet={sheet} id="note" />
          </Folded>
          <Folded label={t('deskApplications.message.title')} icon="mail" id="nachricht">
            <MessageForm sheet={sheet} id="message" />
          </Folded>
        </>
      ) : null}
    </Conversation>
  )
}

const action = (sheet: ApplicationSheet) => `${PATH}/${sheet.application.case.number}/baustein`

export const NoteForm = ({ sheet, id, state }: SheetForm) => (
  <ApplicationForm sheet={sheet} kind="notiz" id={id} state={state} submit={t('desk.note.do')}>
    <Field name="text" label={t('desk.note.text')} hint={t('desk.note.hint')} rows={4} maxLength={4000} />
    <BlockChoice blocks={sheet.blocks} step="note" kind="notiz" action={action(sheet)} />
  </ApplicationForm>
)

export const MessageForm = ({ sheet, id, state }: SheetForm) => (
  <ApplicationForm sheet={sheet} kind="nachricht" id={id} state={state} submit={t('desk.message.do')}>
    <Field name="text" label={t('desk.message.text')} hint={t('deskApplications.message.hint')} rows={4} maxLength={4000} />
    <BlockChoice blocks={sheet.blocks} step="message" kind="nachricht" action={action(sheet)} />
  </ApplicationForm>
)
