import type { ComponentChildren } from 'preact'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './form-context.ts'

export type FileFieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Types as in HTML, such as `image/*,.pdf`. */
  accept?: string
  multiple?: boolean
  /** Opens the camera on phones. */
  camera?: boolean
  /** Shows chosen pictures before they are sent. */
  preview?: boolean
  error?: string | undefined
  optional?: boolean
  data?: Record<`data-${string}`, string>
}

/** Files to upload; needs a `Form` with `files`. */
export function FileField(props: FileFieldProps) {
  const { id, error, describedBy } = useField(props.name, props)
  const preview = props.preview ? { 'data-controller': 'photo-preview' } : {}
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      <div class="file-field" {...preview}>
        <input
          class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
          type="file"
          id={id}
          name={props.name}
          accept={props.accept}
          multiple={props.multiple}
          capture={props.camera ? 'environment' : undefined}
          aria-describedby={describedBy}
          aria-invalid={error ? 'true' : undefined}
          {...(props.preview ? { 'data-photo-preview-target': 'input', 'data-action': 'photo-preview#show' } : {})}
          {...props.data}
        />
        {props.preview ? <ul class="photo-preview" data-photo-preview-target="list" hidden /> : null}
      </div>
    </FieldFrame>
  )
}
