import { Checkbox, Field, Select, useFormInput } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { askable, comparisonTests } from '#services/builder/index.ts'
import { type Condition, conditionWords, type FormDefinition } from '#services/forms/index.ts'
import { said } from './frame.view.tsx'
import { MOST_ROWS } from './rows.rules.ts'

type Props = { form: FormDefinition; prefix: string; legend: string; known: Condition | undefined; open?: boolean }

/** A condition as rows "field – comparison – value", joined by and or or. */
export const ConditionFields = ({ form, prefix, legend, known, open }: Props) => {
  const input = useFormInput()
  const filled = Array.from({ length: MOST_ROWS }, (_, at) => at).filter((at) => input[`${prefix}Field[${at}]`]).length
  const shown = Math.min(MOST_ROWS, Math.max(filled + 1, 2))
  const fields = askable(form).map(({ value, field, part }) => ({
    value,
    label: `${said(field.label) || field.key}${part === undefined ? '' : `: ${t(`form.part.${part}`)}`}`,
  }))
  return (
    <details class="builder-condition" open={open || filled > 0 || known !== undefined}>
      <summary>{legend}</summary>
      {known ? <p class="builder-when">{t('builder.condition.now', { condition: conditionWords(form, known, currentLocale()) })}</p> : null}
      {input[`${prefix}Keep`] === 'on' ? (
        <Checkbox name={`${prefix}Keep`} label={t('builder.condition.keep')} hint={t('builder.condition.keep.hint')} />
      ) : null}
      <Select
        name={`${prefix}Join`}
        label={t('builder.condition.join')}
        options={(['and', 'or'] as const).map((join) => ({ value: join, label: t(`builder.condition.join.${join}`) }))}
      />
      <ol class="builder-rows">
        {Array.from({ length: shown }, (_, at) => (
          <li key={at} class="builder-row">
            <Select
              name={`${prefix}Field[${at}]`}
              label={t('builder.row.field', { number: at + 1 })}
              empty={t('builder.row.none')}
              options={fields}
            />
            <Select
              name={`${prefix}Is[${at}]`}
              label={t('builder.row.is', { number: at + 1 })}
              options={comparisonTests.map((test) => ({ value: test, label: t(`builder.test.${test}`) }))}
            />
            <Field
              name={`${prefix}Value[${at}]`}
              label={t('builder.row.value', { number: at + 1 })}
              maxLength={300}
              optional
              list={`${prefix}-values`}
            />
          </li>
        ))}
      </ol>
      <p class="builder-muted">{t('builder.row.hint')}</p>
      <datalist id={`${prefix}-values`}>
        {optionWords(form).map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </details>
  )
}

/** Words of options to choose from while typing. */
const optionWords = (form: FormDefinition): string[] =>
  [
    ...new Set([
      'ja',
      'nein',
      'heute',
      ...askable(form).flatMap(({ field }) => (field.options ?? []).map(({ label }) => label.de || label.en)),
    ]),
  ]
    .filter(Boolean)
    .slice(0, 200)
