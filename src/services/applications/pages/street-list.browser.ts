import { Controller } from '@hotwired/stimulus'

/** Offers streets of the town while somebody writes one. */
export default class extends Controller<HTMLElement> {
  static override targets = ['input', 'list']
  static override values = { url: String }
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLDataListElement
  declare readonly urlValue: string
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked = ''

  override disconnect() {
    clearTimeout(this.timer)
  }

  ask() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.find(this.inputTarget.value.trim()), 250)
  }

  private async find(words: string): Promise<void> {
    if (words.length < 2 || words === this.asked) return
    this.asked = words
    const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } }).catch(
      () => undefined,
    )
    if (!answer?.ok || words !== this.asked) return
    const { hits = [] } = (await answer.json()) as { hits?: { kind: string; label: string }[] }
    const found = hits.filter(({ kind }) => kind === 'street' || kind === 'address').map(({ label }) => label.replace(/\s+\d.*$/, ''))
    const streets = new Set(found)
    this.listTarget.replaceChildren(...[...streets].map((street) => Object.assign(document.createElement('option'), { value: street })))
  }
}
