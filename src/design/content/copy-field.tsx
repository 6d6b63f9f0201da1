import { fieldId } from '#design/forms/form-context.ts'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'

/** Something to take along, such as a number or an address; one press copies it. */
export const CopyField = ({ label, value, name }: { label: string; value: string; name: string }) => (
  <div class="kern-form-input copy-field" data-controller="copy">
    <label class="kern-label" for={fieldId('copy', name)}>
      {label}
    </label>
    <div class="copy-field__row">
      <input class="kern-form-input__input" id={fieldId('copy', name)} type="text" value={value} readOnly data-copy-target="value" />
      <button class="kern-btn kern-btn--secondary" type="button" data-action="copy#copy" data-copy-target="button" hidden>
        <Icon name="content-copy" />
        <span class="kern-label">{t('design.copy')}</span>
      </button>
    </div>
    <p class="copy-field__done" role="status" data-copy-target="done" data-text={t('design.copied')} />
  </div>
)
