import type { KeptUpload } from '#core/files/index.ts'
import { ButtonLink, ButtonRow, Field, Form, Page, Refused, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { PhotoField } from './photo-field.view.tsx'

/** Where to write to the town: the answer to a question, or a word that nobody asked for. */
export type WordsTo = 'antwort' | 'nachricht'

export const WordsForm = ({
  number,
  to,
  form,
  kept = [],
}: {
  number: string
  to: WordsTo
  form: Again<{ text: string; photos: string[] }>
  kept?: readonly KeptUpload[]
}) => (
  <Form action={`/status/${number}/${to}`} files state={form} id={to}>
    <Field name="text" label={t(`party.${to}`)} hint={t(`party.${to}.hint`)} rows={4} maxLength={4000} />
    <PhotoField kept={kept} label={t('reportForm.photos')} error={form.errors.photos} />
    <Submit icon="send">{t(`party.${to}.send`)}</Submit>
  </Form>
)

/** After a failed attempt: what was typed, without anything private around it. */
export const AnswerAgainPage = (props: Parameters<typeof WordsForm>[0]) => (
  <Page title={t(`party.${props.to}`)} preline={props.number} width="reading" noindex breadcrumbs={back(props.number)}>
    <WordsForm {...props} />
  </Page>
)

export const StepAgainPage = ({ number, form }: { number: string; form: Again }) => (
  <Page title={t('party.again')} preline={number} width="reading" noindex breadcrumbs={back(number)}>
    <Refused refusal={form.refusal} />
    <ButtonRow>
      <ButtonLink href={`/status/${number}`} icon="arrow-back">
        {t('party.back')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)

const back = (number: string) => [
  { href: '/', label: t('reports.home') },
  { href: `/status/${number}`, label: t('party.back') },
]
