import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { Submit } from './button.tsx'
import { Form } from './form.tsx'

export type ConfirmButtonProps = {
  action: string
  /** What opens the question: "Löschen …". */
  label: ComponentChildren
  /** What will happen and whether it can be taken back. */
  consequence: ComponentChildren
  /** The button that does it, with the consequence in its words: "12 Meldungen archivieren". */
  confirm: ComponentChildren
  icon?: IconName
  /** Hidden fields to send along. */
  fields?: Record<string, string>
  /** Further fields to fill in, such as a reason. */
  children?: ComponentChildren
}

/** A step that cannot be taken back: first opens, then says what it does. Works without a script. */
export const ConfirmButton = ({ action, label, consequence, confirm, icon = 'delete', fields, children }: ConfirmButtonProps) => (
  <details class="confirm" data-controller="disclosure">
    <summary class="kern-btn kern-btn--tertiary btn--danger">
      <Icon name={icon} />
      <span class="kern-label">{label}</span>
    </summary>
    <div class="confirm__question">
      <div class="kern-body">{consequence}</div>
      <Form action={action}>
        {Object.entries(fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div class="kern-btn-wrapper">
          <Submit danger>{confirm}</Submit>
          <button class="kern-btn kern-btn--tertiary" type="button" data-action="disclosure#close" data-disclosure-target="close" hidden>
            <span class="kern-label">{t('design.cancel')}</span>
          </button>
        </div>
      </Form>
    </div>
  </details>
)
