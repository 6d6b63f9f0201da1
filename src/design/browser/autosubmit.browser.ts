import { Controller } from '@hotwired/stimulus'

/** Sends a filter form when something in it changed, after a short rest; then its button is not needed. */
export default class extends Controller<HTMLFormElement> {
  static override targets = ['button']
  declare readonly buttonTargets: HTMLElement[]
  private timer: ReturnType<typeof setTimeout> | undefined

  override connect() {
    for (const button of this.buttonTargets) button.hidden = true
  }

  override disconnect() {
    clearTimeout(this.timer)
  }

  send() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.element.requestSubmit(), 250)
  }
}
