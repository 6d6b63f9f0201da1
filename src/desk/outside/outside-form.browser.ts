import { Controller } from '@hotwired/stimulus'
import { device, keepEntry, newKey, sendFromHere, type WrittenPhoto } from '#core/offline/browser/index.ts'
import { type Lack, lackOf } from './along.rules.ts'
import { entryPath } from './browser/entry.ts'

type Word = Lack | 'kept' | 'sent' | 'refused' | 'tooMany' | 'full'

/**
 * A step or note on the spot. With network the form sends itself. Without, or on the page that stands in, what was written is kept on the
 * device and sent once later: without the version it was made from, because the state table decides when it arrives.
 */
export default class extends Controller<HTMLFormElement> {
  static override targets = ['said']
  static override values = {
    base: String,
    number: String,
    to: String,
    verb: String,
    title: String,
    proof: Boolean,
    waiting: String,
    texts: Object,
  }
  declare readonly saidTarget: HTMLElement
  declare readonly baseValue: string
  declare readonly numberValue: string
  declare readonly toValue: string
  declare readonly verbValue: string
  declare readonly titleValue: string
  declare readonly proofValue: boolean
  declare readonly textsValue: Record<Word, string>

  async send(event: Event) {
    const standsIn = this.element.closest('[data-stands-in]') !== null
    if (navigator.onLine && !standsIn) return
    event.preventDefault()
    event.stopPropagation()
    const said = new FormData(this.element)
    const photos = said
      .getAll('photos')
      .flatMap((file): WrittenPhoto[] =>
        file instanceof File && file.size > 0 ? [{ field: 'photos', name: file.name, blob: file, about: { kinds: 'image' } }] : [],
      )
    const word = (name: string) => String(said.get(name) ?? '')
    const lack = lackOf(this.verbValue, {
      reason: word('reason'),
      text: word('text'),
      photos: photos.length,
      noPhotoReason: word('noPhotoReason'),
      needsProof: this.proofValue,
    })
    if (lack) return this.say(lack)
    const fields = [...said].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value !== '' && !['_key', 'version', 'way', 'next'].includes(name) ? [[name, value]] : [],
    )
    await this.keep(fields, photos.slice(0, 5))
  }

  private async keep(fields: [string, string][], photos: WrittenPhoto[]) {
    const id = newKey()
    const base = this.baseValue
    try {
      const kept = await keepEntry({
        id,
        base,
        title: `${this.titleValue}: ${this.numberValue}`,
        url: entryPath(this.numberValue, this.toValue),
        page: entryPath('ohne-netz'),
        fields,
        photos,
        keyField: 'key',
        ready: true,
      })
      if (kept === 'tooMany') return this.say('tooMany')
    } catch {
      return this.say('full')
    }
    this.element.reset()
    this.say('kept')
    if (!navigator.onLine) return
    await sendFromHere(base, { only: id, force: true })
    const state = (await device().get(id))?.state
    if (state === 'sent' || state === 'refused') this.say(state)
  }

  private say(word: Word) {
    this.saidTarget.textContent = this.textsValue[word]
    this.saidTarget.focus()
  }
}
