import { Form } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Answers, Category } from '../category.rules.ts'
import { shownAnswer } from './answers.rules.ts'
import { stepPath } from './draft.rules.ts'
import { QuestionField } from './question-field.view.tsx'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'

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
