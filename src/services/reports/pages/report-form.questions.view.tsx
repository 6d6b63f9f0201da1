import { Checks, Choice, Field, Form } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Answers, Category, Question } from '../category.rules.ts'
import { answerField, shownAnswer } from './answers.rules.ts'
import { stepPath } from './draft.rules.ts'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'
import { inWords } from './words.ts'

type Props = {
  draftId: string
  category: Category | undefined
  /** Answers as they were typed or kept. */
  sent: Answers
  /** Text key by form field. */
  wrong?: Readonly<Record<string, string>>
}

/** The few things that the crew needs to know about this kind of damage. */
export const QuestionsPage = ({ draftId, category, sent, wrong = {} }: Props) => {
  const errors = Object.fromEntries(Object.entries(wrong).map(([field, key]) => [field, t(key)]))
  return (
    <FormPage part="kind" title={t('reportForm.questions.title')} lead={t('reportForm.questions.lead')}>
      <Form action={stepPath(draftId, 'questions')} state={{ input: {}, errors }}>
        {category?.questions.map((question) => (
          <QuestionField key={question.code} question={question} value={shownAnswer(sent[question.code])} />
        ))}
        <FormSteps back={stepPath(draftId, 'kind')} />
      </Form>
    </FormPage>
  )
}

const QuestionField = ({ question, value }: { question: Question; value: string | string[] | undefined }) => {
  const common = { name: answerField(question), label: inWords(question.label), optional: !question.required, value: value ?? '' }
  const options = (question.options ?? []).map(({ code, label }) => ({ value: code, label: inWords(label) }))
  switch (question.kind) {
    case 'singlechoice':
      return <Choice {...common} options={options} />
    case 'multichoice':
      return <Checks {...common} options={options} />
    case 'yesno':
      return (
        <Choice
          {...common}
          horizontal
          options={[
            { value: 'yes', label: t('reportForm.yes') },
            { value: 'no', label: t('reportForm.no') },
          ]}
        />
      )
    case 'number':
      return <Field {...common} inputMode="decimal" width="short" />
    case 'text':
      return <Field {...common} maxLength={1000} />
  }
}
