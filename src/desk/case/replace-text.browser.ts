import { Controller } from '@hotwired/stimulus'

/** Puts a proposed text into a field of the same form; what is sent is still decided by who sends it. */
export default class extends Controller<HTMLButtonElement> {
  static override values = { field: String, with: String }
  declare readonly fieldValue: string
  declare readonly withValue: string

  override connect() {
    this.element.hidden = false
  }

  replace() {
    const field = this.element.form?.elements.namedItem(this.fieldValue)
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = this.withValue
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
}
