import { Checkbox, Field, type FormState, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { MAX_QUESTIONS, type QuestionFields, questionKinds } from './category-form.rules.ts'

/** Name and value of a field inside a group: `name[de]`. */
export function inner({ input }: FormState, outer: string, field: string) {
  const group = input[outer]
  const value = typeof group === 'object' && group !== null ? Object.entries(group).find(([name]) => name === field)?.[1] : undefined
  return { name: `${outer}[${field}]`, value: value ?? '' }
}

type QuestionListProps = { questions: readonly QuestionFields[] }

/** The questions of a category. Every button sends the whole form, so it works in any browser; only "save" writes. */
export const QuestionList = ({ questions }: QuestionListProps) => (
  <Section title={t('administration.category.questions')} lead={t('administration.questions.lead')}>
    {questions.map((question, i) => (
      <QuestionFieldset key={i} question={question} at={i} last={i === questions.length - 1} />
    ))}
    {questions.length < MAX_QUESTIONS ? (
      <Submit kind="secondary" icon="add" name="step" value="add">
        {t('administration.questions.add')}
      </Submit>
    ) : null}
  </Section>
)

type QuestionFieldsetProps = { question: QuestionFields; at: number; last: boolean }

const QuestionFieldset = ({ question, at, last }: QuestionFieldsetProps) => {
  const field = (name: keyof QuestionFields) => ({ name: `q${at}[${name}]`, value: question[name] })
  const number = at + 1
  return (
    <fieldset class="sheet question-fields">
      <legend class="question-fields__legend">{t('administration.questions.question', { number })}</legend>
      <div class="form">
        <input type="hidden" name={`q${at}[code]`} value={question.code} />
        <Field {...field('de')} label={t('administration.questions.de')} maxLength={500} />
        <Field {...field('en')} label={t('administration.questions.en')} maxLength={500} />
        <Select
          {...field('kind')}
          label={t('administration.questions.kind')}
          options={questionKinds.map((kind) => ({ value: kind, label: t(`administration.questions.kind.${kind}`) }))}
        />
        <Field
          {...field('options')}
          label={t('administration.questions.options')}
          hint={t('administration.questions.options.hint')}
          rows={4}
          optional
        />
        <Select
          {...field('danger')}
          label={t('administration.questions.danger')}
          empty={t('administration.category.danger.none')}
          options={['110', '112'].map((value) => ({ value, label: value }))}
          optional
        />
        <Checkbox name={`q${at}[required]`} label={t('administration.questions.required')} checked={question.required === 'on'} />
        <div class="inline-form">
          {at > 0 ? (
            <Submit kind="tertiary" icon="arrow-up" small name="step" value={`up-${at}`}>
              {t('administration.questions.up', { number })}
            </Submit>
          ) : null}
          {last ? null : (
            <Submit kind="tertiary" icon="arrow-down" small name="step" value={`down-${at}`}>
              {t('administration.questions.down', { number })}
            </Submit>
          )}
          <Submit kind="tertiary" danger icon="delete" small name="step" value={`remove-${at}`}>
            {t('administration.questions.remove', { number })}
          </Submit>
        </div>
      </div>
    </fieldset>
  )
}
