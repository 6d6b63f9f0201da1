import { type KeptUpload, UploadField } from '#core/files/index.ts'
import { ButtonLink, ButtonRow, Field, Form, Page, Refused, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'

type Props = {
  number: string
  /** The answer to a question, a word that nobody asked for, or why an answer is not enough. */
  to: 'antwort' | 'nachricht' | 'nachfrage'
  form: Again<{ text: string; files: string[] }>
  kept?: readonly KeptUpload[]
}

export const WordsForm = ({ number, to, form, kept = [] }: Props) => (
  <Form action={`/antraege/${number}/${to}`} files state={form} id={to}>
    <Field name="text" label={t(`apply.${to}`)} hint={t(`apply.${to}.hint`)} rows={4} maxLength={4000} />
    <UploadField name="files" label={t('apply.files')} kinds={['image', 'pdf']} max={5} kept={kept} error={form.errors.files} optional />
    <Submit icon="send">{t(`apply.${to}.send`)}</Submit>
  </Form>
)

/** After a failed attempt: what was typed, without anything private around it. */
export const WordsAgainPage = (props: Props) => (
  <Page title={t(`apply.${props.to}`)} preline={props.number} width="reading" noindex breadcrumbs={back(props.number)}>
    <WordsForm {...props} />
  </Page>
)

export const StepAgainPage = ({ number, form }: { number: string; form: Again }) => (
  <Page title={t('apply.again')} preline={number} width="reading" noindex breadcrumbs={back(number)}>
    <Refused refusal={form.refusal} />
    <ButtonRow>
      <ButtonLink href={`/status/${number}`} icon="arrow-back">
        {t('apply.status.back')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)

const back = (number: string) => [
  { href: '/', label: t('apply.home') },
  { href: `/status/${number}`, label: t('apply.status.back') },
]
