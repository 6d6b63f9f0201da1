import { Controller } from '@hotwired/stimulus'
import { device, keepEntry, newKey, sendFromHere, type WrittenPhoto } from '#core/offline/browser/index.ts'
import { type Lack, lackOf } from './along.rules.ts'
import { entryPath } from './browser/entry.ts'

type Word = Lack | 'photos' | 'kept' | 'sent' | 'refused' | 'tooMany' | 'full'

/** As many as a step takes. */
const PHOTOS = 5

/**
 * A step or note on the spot. With network the form sends itself. Without, on the page that stands in, and where sending failed on the
 * way, what was written is kept on the device and sent once later: without the version it was made from, because the state table decides when it arrives.
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
  private id: string | undefined

  async send(event: Event) {
    const standsIn = this.element.closest('[data-stands-in]') !== null
    if (navigator.onLine && !standsIn) {
      // A device in a cellar believes in its network. Should the answer be lost, the same key counts once.
      this.id = newKey()
      const field = this.element.querySelector<HTMLInputElement>('input[name=key]') ?? this.element.appendChild(keyField())
      field.value = this.id
      return
    }
    event.preventDefault()
    event.stopPropagation()
    await this.keepWritten(newKey())
  }

  /** Sending is over; with an error it got no answer. */
  async ended({ detail }: CustomEvent<{ error?: unknown }>) {
    if (detail.error && this.id) await this.keepWritten(this.id)
  }

  private async keepWritten(id: string) {
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
    if (photos.length > PHOTOS) return this.say('photos')
    const fields = [...said].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value !== '' && !['_key', 'key', 'version', 'way', 'next'].includes(name) ? [[name, value]] : [],
    )
    await this.keep(id, fields, photos)
  }

  private async keep(id: string, fields: [string, string][], photos: WrittenPhoto[]) {
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

function keyField(): HTMLInputElement {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'key'
  return field
}
