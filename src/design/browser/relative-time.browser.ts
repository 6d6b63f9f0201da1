import { Controller } from '@hotwired/stimulus'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Keeps "vor 3 Minuten" true while the page stays open. */
export default class extends Controller<HTMLTimeElement> {
  static override targets = ['words']
  declare readonly wordsTarget: HTMLElement
  private timer: ReturnType<typeof setInterval> | undefined

  override connect() {
    this.timer = setInterval(() => this.refresh(), 60_000)
  }

  override disconnect() {
    clearInterval(this.timer)
  }

  private refresh() {
    const seconds = (Date.parse(this.element.dateTime) - Date.now()) / 1000
    const [unit, size] = units.find(([, s]) => Math.abs(seconds) >= s) ?? ['minute', 60]
    const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
    if (Math.abs(seconds) >= 60) this.wordsTarget.textContent = format.format(Math.trunc(seconds / size), unit)
  }
}
