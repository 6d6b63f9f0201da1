import { Controller } from '@hotwired/stimulus'

type Hit = { id: string; label: string; detail: string; lat: number; lon: number; line: string }
type Point = { lat: number; lon: number; accuracyM?: number }
type AtPoint = { inside: true; label: string; line: string; offer: string } | { inside: false; message: string }

const PAUSE_MS = 160

/**
 * Suggestions below the line for a place (the combobox pattern of the ARIA Authoring Practices: focus stays in the line), own position,
 * and the position of a photo. What was chosen stands in hidden fields and counts until the text is changed.
 */
export default class extends Controller<HTMLElement> {
  static override targets = [
    'input',
    'list',
    'candidates',
    'id',
    'asked',
    'lat',
    'lon',
    'way',
    'accuracy',
    'line',
    'ways',
    'locate',
    'offer',
    'offerText',
  ]
  static override values = { search: String, point: String, texts: Object }
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLUListElement
  declare readonly candidatesTargets: HTMLElement[]
  declare readonly idTarget: HTMLInputElement
  declare readonly askedTarget: HTMLInputElement
  declare readonly latTarget: HTMLInputElement
  declare readonly lonTarget: HTMLInputElement
  declare readonly wayTarget: HTMLInputElement
  declare readonly accuracyTarget: HTMLInputElement
  declare readonly lineTarget: HTMLElement
  declare readonly waysTarget: HTMLElement
  declare readonly locateTarget: HTMLButtonElement
  declare readonly offerTarget: HTMLButtonElement
  declare readonly offerTextTarget: HTMLElement
  declare readonly searchValue: string
  declare readonly pointValue: string
  declare readonly textsValue: Record<string, string>

  private hits: Hit[] = []
  private active = -1
  private waiting: ReturnType<typeof setTimeout> | undefined
  private asking = new AbortController()
  private offered: Point | undefined
  /** The last question found its way to the server. */
  private reached = true

  override connect() {
    this.begin()
    document.addEventListener('turbo:morph', this.begin)
  }

  /** Also when the page comes again with what is wrong. */
  private begin = () => {
    const { inputTarget: input, listTarget: list } = this
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', this.textsValue.list ?? '')
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    }))
      input.setAttribute(name, value)
    this.waysTarget.hidden = false
    this.locateTarget.hidden = !('geolocation' in navigator)
  }

  override disconnect() {
    document.removeEventListener('turbo:morph', this.begin)
    clearTimeout(this.waiting)
    this.asking.abort()
  }

  typed() {
    this.forget()
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.suggest(), PAUSE_MS)
  }

  key(event: KeyboardEvent) {
    const open = !this.listTarget.hidden
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return void this.suggest()
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.mark((this.active + step + this.hits.length + (this.active < 0 && step < 0 ? 1 : 0)) % this.hits.length)
    } else if (event.key === 'Enter' && open && this.active >= 0) {
      event.preventDefault()
      this.choose(this.active)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      this.close()
    }
  }

  left({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Node && this.listTarget.contains(relatedTarget))) this.close()
  }

  /** The map has a new point. */
  pointed({ detail, target }: CustomEvent<Point>) {
    if (target === this.element) this.take(detail, 'map')
  }

  locate() {
    this.say(this.textsValue.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.take({ lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy }, 'device'),
      () => this.say(this.textsValue.notLocated),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  }

  /** A photo says where it was taken: offered, and never taken without being asked. */
  async photo({ detail }: CustomEvent<Point>) {
    const at = await this.placeAt(detail)
    if (at ? !at.inside : this.reached) return
    this.offered = detail
    this.offerTextTarget.textContent = (at?.inside && at.offer) || (this.textsValue.offerUnnamed ?? '')
    this.offerTarget.hidden = false
  }

  takePhoto() {
    if (this.offered) this.take(this.offered, 'photo')
    this.offerTarget.hidden = true
    this.inputTarget.focus()
  }

  private async suggest() {
    const words = this.inputTarget.value.trim()
    if (words.length < 2) return this.close()
    const answer = await this.ask<{ hits: Hit[]; summary: string }>(`${this.searchValue}?${new URLSearchParams({ q: words })}`)
    if (!answer || this.inputTarget.value.trim() !== words) return
    this.hits = answer.hits
    this.active = -1
    this.listTarget.replaceChildren(...answer.hits.map((hit, i) => this.option(hit, i)))
    this.open(answer.hits.length > 0 && document.activeElement === this.inputTarget)
    this.say(answer.summary)
  }

  private option(hit: Hit, i: number): HTMLElement {
    const option = document.createElement('li')
    option.id = `${this.listTarget.id}-${i}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const label = document.createElement('span')
    label.textContent = hit.label
    const detail = document.createElement('small')
    detail.textContent = hit.detail
    option.append(label, detail)
    // Before the line loses the focus, which would close the list.
    option.addEventListener('pointerdown', (event) => event.preventDefault())
    option.addEventListener('click', () => this.choose(i))
    return option
  }

  private mark(i: number) {
    this.active = i
    for (const [k, option] of [...this.listTarget.children].entries()) option.setAttribute('aria-selected', String(k === i))
    const option = this.listTarget.children[i]
    if (!option) return
    this.inputTarget.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  private choose(i: number) {
    const hit = this.hits[i]
    if (!hit) return
    this.write(hit.label, hit.line)
    this.idTarget.value = hit.id
    // For the map, also when it is opened later; the server goes by the name.
    this.latTarget.value = hit.lat.toFixed(6)
    this.lonTarget.value = hit.lon.toFixed(6)
    this.dispatch('found', { prefix: 'place', detail: { lat: hit.lat, lon: hit.lon } })
  }

  private async take(point: Point, way: 'map' | 'device' | 'photo') {
    const at = await this.placeAt(point)
    if (!at && this.reached) return this.say(this.textsValue.failed)
    if (!at) return this.fill(point, way, this.unnamed(point))
    if (!at.inside) {
      this.forget()
      return this.say(at.message)
    }
    if (way !== 'map') this.dispatch('found', { prefix: 'place', detail: point })
    this.fill(point, way, at)
  }

  private fill(point: Point, way: 'map' | 'device' | 'photo', { label, line }: { label: string; line: string }) {
    this.write(label, line)
    this.latTarget.value = point.lat.toFixed(6)
    this.lonTarget.value = point.lon.toFixed(6)
    this.wayTarget.value = way
    this.accuracyTarget.value = point.accuracyM ? String(Math.round(point.accuracyM)) : ''
  }

  /** Without network a point has no name yet; the server reads it from these words as well. */
  private unnamed({ lat, lon }: Point): { label: string; line: string } {
    return { label: `${lat.toFixed(5)}, ${lon.toFixed(5)}`, line: this.textsValue.unnamed ?? '' }
  }

  private placeAt({ lat, lon, accuracyM }: Point): Promise<AtPoint | undefined> {
    const query = { lat: lat.toFixed(6), lon: lon.toFixed(6), ...(accuracyM ? { genau: String(Math.round(accuracyM)) } : {}) }
    return this.ask<AtPoint>(`${this.pointValue}?${new URLSearchParams(query)}`)
  }

  /** Only the answer to the last question counts. */
  private async ask<T>(address: string): Promise<T | undefined> {
    this.asking.abort()
    const asking = new AbortController()
    this.asking = asking
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: asking.signal })
      this.reached = true
      return answer.ok ? await answer.json() : undefined
    } catch {
      if (!asking.signal.aborted) this.reached = false
      return undefined
    }
  }

  private write(label: string, line: string) {
    this.forget()
    for (const list of this.candidatesTargets) list.remove()
    this.pardon()
    this.inputTarget.value = label
    this.askedTarget.value = label
    this.close()
    this.say(line)
  }

  /** What was wrong with the line is no longer wrong. */
  private pardon() {
    const frame = this.inputTarget.closest('.kern-form-input')
    frame?.classList.remove('kern-form-input--error')
    frame?.querySelector('.kern-error')?.remove()
    this.inputTarget.classList.remove('kern-form-input__input--error')
    this.inputTarget.removeAttribute('aria-invalid')
  }

  /** Another text means another place. */
  private forget() {
    for (const field of [this.idTarget, this.askedTarget, this.latTarget, this.lonTarget, this.wayTarget, this.accuracyTarget])
      field.value = ''
    this.say('')
  }

  private open(open: boolean) {
    this.listTarget.hidden = !open
    this.inputTarget.setAttribute('aria-expanded', String(open))
    if (!open) this.inputTarget.removeAttribute('aria-activedescendant')
  }

  private close() {
    clearTimeout(this.waiting)
    this.open(false)
  }

  private say(text: string | undefined) {
    this.lineTarget.textContent = text ?? ''
  }
}
