import { Controller } from '@hotwired/stimulus'

/**
 * `j` and `k` go to the next and the previous `data-list-item`, Enter opens its first link, `x` ticks its box.
 * Any other key presses what has `data-key` with this letter inside the item, such as `e` for done.
 */
export default class extends Controller<HTMLElement> {
  private at = -1

  override connect() {
    document.addEventListener('keydown', this.press)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.press)
  }

  private get items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[data-list-item]')]
  }

  private press = (event: KeyboardEvent) => {
    const target = event.target
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
    if (event.key === 'j') this.go(this.at + 1)
    else if (event.key === 'k') this.go(this.at - 1)
    else this.act(event)
  }

  private go(to: number) {
    const items = this.items
    this.at = Math.max(0, Math.min(items.length - 1, to))
    for (const [i, item] of items.entries()) item.toggleAttribute('data-current', i === this.at)
    const item = items[this.at]
    item?.querySelector('a')?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  }

  private act(event: KeyboardEvent) {
    const item = this.items[this.at]
    if (!item) return
    const pressed =
      event.key === 'x'
        ? item.querySelector<HTMLElement>('input[type=checkbox]')
        : item.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
    if (!pressed) return
    event.preventDefault()
    pressed.click()
  }
}
