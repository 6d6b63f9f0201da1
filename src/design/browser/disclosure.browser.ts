import { Controller } from '@hotwired/stimulus'

/** A `details` that closes by Escape, by a press elsewhere, and by its cancel button. */
export default class extends Controller<HTMLDetailsElement> {
  static override targets = ['close']
  declare readonly closeTargets: HTMLButtonElement[]

  override connect() {
    for (const button of this.closeTargets) button.hidden = false
    document.addEventListener('keydown', this.escape)
    document.addEventListener('pointerdown', this.elsewhere)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.escape)
    document.removeEventListener('pointerdown', this.elsewhere)
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
    if (event.target instanceof Node && !this.element.contains(event.target)) this.element.open = false
  }
}
