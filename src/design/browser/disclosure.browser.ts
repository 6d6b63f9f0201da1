import { Controller } from '@hotwired/stimulus'

/**
 * A `details` that closes by Escape, by a click elsewhere, and by its cancel button. Not when the press begins: what lies below would
 * move away from under the pointer, and the click would go astray.
 */
export default class extends Controller<HTMLDetailsElement> {
  static override targets = ['close']
  declare readonly closeTargets: HTMLButtonElement[]

  override connect() {
    for (const button of this.closeTargets) button.hidden = false
    document.addEventListener('keydown', this.escape)
    document.addEventListener('click', this.elsewhere)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.escape)
    document.removeEventListener('click', this.elsewhere)
  }

  close() {
    if (!this.element.open) return
    this.element.open = false
    this.element.querySelector('summary')?.focus()
  }

  private escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.close()
  }

  private elsewhere = (event: Event) => {
    if (!event.composedPath().includes(this.element)) this.element.open = false
  }
}
