import { Field, Form, type FormState, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { TaskChoices } from './choices.ts'

type Props = { action: string; id: string; choices: TaskChoices; state: FormState; submit: string; version?: number; days?: boolean }

/** What is to be done, until when and by whom. A new one may count working days instead of naming a day. */
export const TaskForm = ({ action, id, choices, state, submit, version, days }: Props) => (
  <Form action={action} id={id} state={state} class="form desk-form">
    {version === undefined ? null : <input type="hidden" name="version" value={version} />}
    <Field name="title" label={t('tasks.what')} maxLength={200} />
    <Field name="note" label={t('tasks.note')} rows={2} maxLength={2000} optional />
    {days ? (
      <Field
        name="days"
        type="number"
        label={t('tasks.days')}
        hint={t('tasks.days.hint')}
        min={0}
        max={250}
        width="short"
        optional
        {...(state.input.days === undefined && state.input.dueOn === undefined ? { value: 3 } : {})}
      />
    ) : null}
    <Field
      name="dueOn"
      type="date"
      label={t(days ? 'tasks.orDay' : 'tasks.day')}
      width="medium"
      {...(days ? { optional: true, hint: t('tasks.orDay.hint') } : {})}
    />
    <Who choices={choices} state={state} />
    <div>
      <Submit kind="secondary" icon="check">
        {submit}
      </Submit>
    </div>
  </Form>
)

const Who = ({ choices: { me, near, units, others }, state }: { choices: TaskChoices; state: FormState }) => {
  const person = ({ id, name }: { id: string; name: string }) => ({ value: `person:${id}`, label: name })
  const groups = [
    { group: t('tasks.who.near'), options: near.map(person) },
    { group: t('tasks.who.units'), options: units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })) },
    { group: t('tasks.who.others'), options: others.map(person) },
  ]
  return (
    <Select
      name="who"
      label={t('tasks.who')}
      {...(state.input.who === undefined && me ? { value: `person:${me}` } : {})}
      options={[
        ...(me ? [{ value: `person:${me}`, label: t('tasks.who.me') }] : []),
        ...groups.filter(({ options }) => options.length > 0),
      ]}
    />
  )
}
