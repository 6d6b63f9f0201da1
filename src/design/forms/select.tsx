import type { ComponentChildren } from 'preact'
import { FieldFrame } from './field-frame.tsx'
import { chosen, useField } from './form-context.ts'

export type SelectOption = { value: string; label: string; disabled?: boolean }

export type SelectProps = {
  name: string
  label: ComponentChildren
  options: readonly (SelectOption | { group: string; options: readonly SelectOption[] })[]
  /** Text of a first, empty option ("Alle Ortsteile", "Bitte wählen"). */
  empty?: string
  hint?: ComponentChildren
  value?: unknown
  error?: string | undefined
  optional?: boolean
  hideLabel?: boolean
  disabled?: boolean
  data?: Record<`data-${string}`, string>
}

/** One of many. */
export function Select(props: SelectProps) {
  const { id, error, value, describedBy } = useField(props.name, props)
  const [selected] = chosen(value)
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional} hideLabel={props.hideLabel}>
      <div class="kern-form-input__select-wrapper">
        <select
          class={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          aria-invalid={error ? 'true' : undefined}
          {...props.data}
        >
          {props.empty === undefined ? null : <option value="">{props.empty}</option>}
          {props.options.map((entry) =>
            'group' in entry ? (
              <optgroup key={entry.group} label={entry.group}>
                {entry.options.map((option) => choice(option, selected))}
              </optgroup>
            ) : (
              choice(entry, selected)
            ),
          )}
        </select>
      </div>
    </FieldFrame>
  )
}

const choice = (option: SelectOption, selected: string | undefined) => (
  <option key={option.value} value={option.value} selected={option.value === selected} disabled={option.disabled}>
    {option.label}
  </option>
)
