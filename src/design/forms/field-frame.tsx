import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'

/** ` (optional)` behind a label: optional fields are marked, required ones are not. */
export const OptionalMark = ({ optional }: { optional?: boolean | undefined }) =>
  optional ? <span class="kern-label__optional"> {t('design.form.optional')}</span> : null

export const Hint = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <div class="kern-hint" id={`${id}-hint`}>
    {children}
  </div>
)

export const FieldError = ({ id, error }: { id: string; error?: string | undefined }) =>
  error ? (
    <p class="kern-error" id={`${id}-error`}>
      <span class="kern-icon kern-icon--danger" aria-hidden="true" />
      <span class="kern-body">{error}</span>
    </p>
  ) : null

type FieldFrameProps = {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  optional?: boolean | undefined
  hideLabel?: boolean | undefined
  children: ComponentChildren
}

/** Label, hint, control and error of one field, in this order. */
export const FieldFrame = ({ id, label, hint, error, optional, hideLabel, children }: FieldFrameProps) => (
  <div class={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
    <label class={`kern-label${hideLabel ? ' kern-sr-only' : ''}`} for={id}>
      {label}
      <OptionalMark optional={optional} />
    </label>
    {hint ? <Hint id={id}>{hint}</Hint> : null}
    {children}
    <FieldError id={id} error={error} />
  </div>
)
