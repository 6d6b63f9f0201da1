import { Controller } from '@hotwired/stimulus'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Keys that work everywhere: an element with `data-shortcut="/"` gets the focus (or the click) of that key. What the page itself
 * brings goes before the header: `/` leads to the list's own search where there is one.
 */
export default class extends Controller<HTMLElement> {
  override connect() {
    document.addEventListener('keydown', this.press)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.press)
  }

  private press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const meant = [...this.element.querySelectorAll<HTMLElement>('[data-shortcut]')].filter(
      (element) => element.dataset.shortcut === event.key && element.checkVisibility(),
    )
    const shown = meant.find((element) => element.closest('main')) ?? meant[0]
    if (!shown) return
    event.preventDefault()
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(shown.tagName)) shown.focus()
    else {
      shown.click()
      shown.scrollIntoView({ block: 'nearest' })
    }
  }
}
