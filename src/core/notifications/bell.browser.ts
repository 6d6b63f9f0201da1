import { Controller } from '@hotwired/stimulus'
import { idAt, listenTo } from './live-connection.ts'

/** Keeps the number at the bell true, wherever it stands in the page. */
export default class extends Controller<HTMLElement> {
  static override values = { live: String, count: String, since: Number }
  declare readonly liveValue: string
  declare readonly countValue: string
  declare readonly sinceValue: number
  private stop: (() => void) | undefined

  override connect() {
    this.stop = listenTo({
      url: this.liveValue,
      topics: ['bell'],
      since: idAt(this.sinceValue),
      hear: (name) => name === 'bell' && this.refresh(),
    })
  }

  override disconnect() {
    this.stop?.()
  }

  private async refresh() {
    const answer = await fetch(this.countValue, { headers: { accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok) return
    const { unread }: { unread: number } = await answer.json()
    for (const count of document.querySelectorAll<HTMLElement>('.bell__count')) {
      count.hidden = unread === 0
      if (count.firstChild) count.firstChild.textContent = unread > 99 ? '99+' : String(unread)
    }
  }
}
