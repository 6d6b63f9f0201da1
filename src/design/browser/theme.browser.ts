import { Controller } from '@hotwired/stimulus'

/** Changes light and dark without loading the page again; the request in the background keeps the choice. */
export default class extends Controller<HTMLElement> {
  static override targets = ['choice']
  declare readonly choiceTargets: HTMLAnchorElement[]

  override connect() {
    this.element.addEventListener('click', this.choose)
  }

  override disconnect() {
    this.element.removeEventListener('click', this.choose)
  }

  private choose = (event: Event) => {
    const chosen = this.choiceTargets.find((choice) => event.target instanceof Node && choice.contains(event.target))
    const theme = chosen?.dataset.theme
    if (!chosen || !theme) return
    event.preventDefault()
    const root = document.documentElement
    if (theme === 'auto') root.removeAttribute('data-kern-theme')
    else root.setAttribute('data-kern-theme', theme)
    document.querySelector('meta[name=color-scheme]')?.setAttribute('content', theme === 'auto' ? 'light dark' : theme)
    for (const choice of this.choiceTargets) choice.toggleAttribute('aria-current', false)
    chosen.setAttribute('aria-current', 'true')
    fetch(chosen.href, { redirect: 'manual' }).catch(() => location.assign(chosen.href))
  }
}
