import { Controller } from '@hotwired/stimulus'

/** Copies what stands in its field and says so. */
export default class extends Controller<HTMLElement> {
  static override targets = ['value', 'button', 'done']
  declare readonly valueTarget: HTMLInputElement
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly doneTarget: HTMLElement

  override connect() {
    this.buttonTarget.hidden = navigator.clipboard === undefined
  }

  async copy() {
    this.valueTarget.select()
    await navigator.clipboard.writeText(this.valueTarget.value)
    this.doneTarget.textContent = this.doneTarget.dataset.text ?? ''
  }
}
