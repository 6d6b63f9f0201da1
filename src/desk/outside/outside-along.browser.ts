import { Controller } from '@hotwired/stimulus'
import { device } from '#core/offline/browser/index.ts'
import { type Along, isStale, type KeptAlong } from './along.rules.ts'
import { isAlong } from './browser/kept.ts'

/** Keeps the tour on the device for whoever is signed in, with its pictures, and takes it away again. */
export default class extends Controller<HTMLElement> {
  static override targets = ['take', 'leave', 'said', 'open']
  static override values = { base: String, key: String, source: String, page: String, texts: Object }
  declare readonly takeTarget: HTMLButtonElement
  declare readonly leaveTarget: HTMLButtonElement
  declare readonly saidTarget: HTMLElement
  declare readonly openTarget: HTMLElement
  declare readonly baseValue: string
  declare readonly keyValue: string
  declare readonly sourceValue: string
  declare readonly pageValue: string
  declare readonly textsValue: Record<'taking' | 'taken' | 'failed' | 'full' | 'left', string>

  override connect() {
    // A live refresh puts back what the server wrote.
    document.addEventListener('turbo:morph', this.show)
    void this.show()
  }

  override disconnect() {
    document.removeEventListener('turbo:morph', this.show)
  }

  private show = async () => {
    this.element.hidden = !('indexedDB' in window)
    const kept = await device().own(this.baseValue, this.keyValue)
    const stale = isAlong(kept) && isStale(kept, Date.now())
    if (stale) await device().keepOwn(this.baseValue, this.keyValue, undefined)
    const along = isAlong(kept) && !stale ? kept : undefined
    this.leaveTarget.hidden = !along
    this.openTarget.hidden = !along
    if (along) this.say(this.taken(along))
  }

  private taken({ asOf, stops }: Along): string {
    const time = new Date(asOf).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })
    return this.textsValue.taken.replace('{count}', String(stops.length)).replace('{time}', time)
  }

  async take() {
    this.takeTarget.disabled = true
    this.say(this.textsValue.taking)
    try {
      const along = await this.read()
      const pictures: KeptAlong['pictures'] = {}
      for (const path of along.stops.flatMap(({ photos }) => photos)) {
        const response = await fetch(this.baseValue + path, { credentials: 'same-origin' }).catch(() => undefined)
        if (response?.ok) pictures[path] = await response.blob()
      }
      await device().keepOwn(this.baseValue, this.keyValue, { ...along, pictures } satisfies KeptAlong)
      // The worker keeps the page that shows it once that page was looked at.
      await fetch(this.pageValue, { headers: { Accept: 'text/html' } }).catch(() => {})
      await this.show()
    } catch (error) {
      this.say(error instanceof DOMException ? this.textsValue.full : this.textsValue.failed)
    } finally {
      this.takeTarget.disabled = false
    }
  }

  private async read(): Promise<Along> {
    const response = await fetch(this.sourceValue, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json' },
    })
    const said: unknown = response.ok ? await response.json() : undefined
    if (!isAlong(said)) throw new Error('no tour')
    return said
  }

  async leave() {
    await device().keepOwn(this.baseValue, this.keyValue, undefined)
    await this.show()
    this.say(this.textsValue.left)
  }

  private say(words: string) {
    this.saidTarget.textContent = words
  }
}
