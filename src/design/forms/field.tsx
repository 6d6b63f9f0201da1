import { type ComponentChildren, createElement } from 'preact'
import { t } from '#platform/text.ts'
import { FieldFrame } from './field-frame.tsx'
import { inputText, useField } from './form-context.ts'

export type FieldProps = {
  name: string
  label: ComponentChildren
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local' | 'password' | 'search'
  /** A text area with this many rows instead of a line. */
  rows?: number
  hint?: ComponentChildren
  /** Left out inside a `Form` with `state`: then the form knows it. */
  value?: unknown
  error?: string | undefined
  optional?: boolean
  hideLabel?: boolean
  /** Characters allowed; text areas show how many are left. */
  maxLength?: number
  minLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
  placeholder?: string
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'
  width?: 'short' | 'medium' | 'full'
  autofocus?: boolean
  readOnly?: boolean
  disabled?: boolean
  /** Id of a datalist with proposals; only for lines of text. */
  list?: string
  /** Further `data-…` attributes for a controller. */
  data?: Record<`data-${string}`, string>
}

/** As a plain string, because the JSX type of `input` wants the type known while compiling. */
const lineElement: string = 'input'

/** One line, or with `rows` several lines, of text. Optional fields say so; the others are required. */
export function Field(props: FieldProps) {
  const { id, error, value, describedBy, free } = useField(props.name, props)
  const common = {
    id,
    name: props.name,
    class: `kern-form-input__input${error ? ' kern-form-input__input--error' : ''} input--${props.width ?? 'full'}`,
    'aria-describedby': describedBy,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': props.optional || props.readOnly || free ? undefined : ('true' as const),
    maxLength: props.maxLength,
    minLength: props.minLength,
    placeholder: props.placeholder,
    autocomplete: props.autocomplete,
    autofocus: props.autofocus,
    readOnly: props.readOnly,
    disabled: props.disabled,
    ...props.data,
  }
  const frame = { id, label: props.label, hint: props.hint, error, optional: props.optional, hideLabel: props.hideLabel }
  if (props.rows === undefined) {
    const line = {
      ...common,
      type: props.type ?? 'text',
      value: props.type === 'password' ? undefined : inputText(value),
      min: props.min,
      max: props.max,
      step: props.step,
      pattern: props.pattern,
      inputMode: props.inputMode,
      list: props.list,
    }
    return <FieldFrame {...frame}>{createElement(lineElement, line)}</FieldFrame>
  }
  return (
    <FieldFrame {...frame}>
      {props.maxLength === undefined ? (
        <textarea {...common} rows={props.rows} value={inputText(value)} />
      ) : (
        <div class="char-count" data-controller="char-count" data-char-count-text-value={t('design.form.charsLeft', { count: '#' })}>
          <textarea {...common} rows={props.rows} value={inputText(value)} data-char-count-target="input" data-action="char-count#count" />
          <p class="char-count__left kern-body kern-body--small" data-char-count-target="left" aria-live="polite" hidden />
        </div>
      )}
    </FieldFrame>
  )
}
