import { Checks, Choice, Field } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Question } from '../category.rules.ts'
import { answerField } from './answers.rules.ts'
import { inWords } from './words.ts'

/** A question of a kind of damage as a field of a form. */
export const QuestionField = ({ question, value }: { question: Question; value: string | string[] | undefined }) => {
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
