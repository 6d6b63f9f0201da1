import type { ComponentChildren } from 'preact'
import { FieldError, Hint, OptionalMark } from './field-frame.tsx'
import { chosen, useField } from './form-context.ts'

export type Option = { value: string; label: ComponentChildren; hint?: ComponentChildren; disabled?: boolean }

type GroupProps = {
  name: string
  label: ComponentChildren
  options: readonly Option[]
  hint?: ComponentChildren
  value?: unknown
  error?: string | undefined
  optional?: boolean
  hideLabel?: boolean
  /** Beside each other where there is room; for few, short options. */
  horizontal?: boolean
  data?: Record<`data-${string}`, string>
}

/** One of a few (radio buttons). From about eight options on, use `Select`. */
export const Choice = (props: GroupProps) => <Group {...props} kind="radio" />

/** Any of a few (checkboxes of one name). */
export const Checks = (props: GroupProps) => <Group {...props} kind="checkbox" />

function Group({ kind, ...props }: GroupProps & { kind: 'radio' | 'checkbox' }) {
  const { id, error, value, describedBy } = useField(props.name, props)
  const selected = chosen(value)
  return (
    <fieldset
      class={`kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      // The error summary leads here; the first control has the plain id.
      aria-describedby={describedBy}
    >
      <legend class={`kern-label${props.hideLabel ? ' kern-sr-only' : ''}`}>
        {props.label}
        <OptionalMark optional={props.optional} />
      </legend>
      {props.hint ? <Hint id={id}>{props.hint}</Hint> : null}
      <div class={`kern-fieldset__body${props.horizontal ? ' kern-fieldset__body--horizontal' : ''}`}>
        {props.options.map((option, i) => (
          <CheckRow
            key={option.value}
            id={i === 0 ? id : `${id}-${i}`}
            kind={kind}
            name={props.name}
            option={option}
            checked={selected.includes(option.value)}
            invalid={error !== undefined}
            data={props.data}
          />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

type CheckRowProps = {
  id: string
  kind: 'radio' | 'checkbox'
  name: string
  option: Option
  checked: boolean
  invalid: boolean
  data?: Record<`data-${string}`, string> | undefined
}

const CheckRow = ({ id, kind, name, option, checked, invalid, data }: CheckRowProps) => (
  <div class="kern-form-check">
    <input
      class={`kern-form-check__${kind}${invalid ? ` kern-form-check__${kind}--error` : ''}`}
      type={kind}
      id={id}
      name={name}
      value={option.value}
      checked={checked}
      disabled={option.disabled}
      aria-describedby={option.hint ? `${id}-more` : undefined}
      {...data}
    />
    <label class="kern-label" for={id}>
      {option.label}
    </label>
    {option.hint ? (
      <div class="kern-hint check-hint" id={`${id}-more`}>
        {option.hint}
      </div>
    ) : null}
  </div>
)

type CheckboxProps = {
  name: string
  label: ComponentChildren
  /** Sent when ticked; default `on`. */
  value?: string
  checked?: boolean
  hint?: ComponentChildren
  error?: string | undefined
  disabled?: boolean
  data?: Record<`data-${string}`, string>
}

/** One yes-or-no. */
export function Checkbox({ name, label, value = 'on', checked, hint, error: ownError, disabled, data }: CheckboxProps) {
  const { id, error, value: sent, describedBy } = useField(name, { error: ownError, hint })
  const ticked = checked ?? (sent === true || chosen(sent).includes(value))
  return (
    <div class={`kern-form-check${error ? ' kern-form-check--error' : ''}`}>
      <input
        class={`kern-form-check__checkbox${error ? ' kern-form-check__checkbox--error' : ''}`}
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={ticked}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
        {...data}
      />
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint ? (
        <div class="kern-hint check-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldError id={id} error={error} />
    </div>
  )
}
