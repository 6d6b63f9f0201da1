import { Controller } from '@hotwired/stimulus'

/** Says how many characters are left once a fifth or less is. */
export default class extends Controller<HTMLElement> {
  static override targets = ['input', 'left']
  static override values = { text: String }
  declare readonly inputTarget: HTMLTextAreaElement
  declare readonly leftTarget: HTMLElement
  declare readonly textValue: string

  override connect() {
    this.count()
  }

  count() {
    const left = this.inputTarget.maxLength - this.inputTarget.value.length
    this.leftTarget.hidden = left > this.inputTarget.maxLength / 5
    this.leftTarget.textContent = this.textValue.replace('#', String(left))
  }
}
