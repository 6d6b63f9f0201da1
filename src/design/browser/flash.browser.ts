import { Controller } from '@hotwired/stimulus'

/** Lets a message be put away, and keeps it out of the pages that Turbo remembers. */
export default class extends Controller<HTMLElement> {
  static override targets = ['close']
  declare readonly closeTargets: HTMLButtonElement[]

  override connect() {
    for (const button of this.closeTargets) button.hidden = false
    document.addEventListener('turbo:before-cache', this.remove)
  }

  override disconnect() {
    document.removeEventListener('turbo:before-cache', this.remove)
  }

  dismiss() {
    // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser
    document.cookie = 'hinweis=; Path=/; Max-Age=0; SameSite=Lax'
    this.element.remove()
  }

  private remove = () => this.element.remove()
}
