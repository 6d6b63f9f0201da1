import { Controller } from '@hotwired/stimulus'
import { Item } from './browser/item.ts'
import { placeOf, placeText } from './browser/photo-place.ts'
import { shrunk } from './browser/shrink.ts'
import { Refused, sendFile } from './browser/tus.ts'

type Texts = Record<'uploading' | 'progress' | 'waiting' | 'done' | 'failed' | 'removeNamed' | 'removed' | 'busy' | 'tooMany', string>
type Upload = { file: File; item: Item; abort: AbortController; state: 'waiting' | 'running' | 'done' | 'failed'; address?: string }

/**
 * Sends each chosen file at once, one after the other, and leaves only its id in the form. The place of a photo is told by the event
 * `photo:position` {lat, lon, accuracy?, direction?}. A form sent too early waits until everything is there.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['input', 'list', 'item', 'status', 'notice', 'buttons', 'chooser', 'camera', 'cameraPlace']
  static override values = { name: String, kinds: String, max: Number, url: String, texts: Object }
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly itemTarget: HTMLTemplateElement
  declare readonly statusTarget: HTMLElement
  declare readonly noticeTarget: HTMLElement
  declare readonly cameraTarget: HTMLInputElement
  declare readonly cameraPlaceTarget: HTMLElement
  declare readonly hasCameraPlaceTarget: boolean
  declare readonly buttonsTarget: HTMLElement
  declare readonly chooserTarget: HTMLButtonElement
  declare readonly nameValue: string
  declare readonly kindsValue: string
  declare readonly maxValue: number
  declare readonly urlValue: string
  declare readonly textsValue: Texts
  private uploads = new Map<Element, Upload>()
  private running = false
  /** Set while the form waits to be sent. */
  private sender: { by: HTMLElement | null } | undefined
  private form: HTMLFormElement | null = null
  /** The form is on its way: the next page is its answer. */
  private sent = false

  override connect() {
    this.form = this.element.closest('form')
    this.form?.addEventListener('submit', this.hold)
    this.element.addEventListener('turbo:before-morph-element', this.guard)
    document.addEventListener('turbo:morph', this.morphed)
    this.arrange()
  }

  private arrange() {
    this.showButtons()
    for (const kept of this.listTarget.children) this.adopt(kept)
  }

  override disconnect() {
    this.form?.removeEventListener('submit', this.hold)
    this.element.removeEventListener('turbo:before-morph-element', this.guard)
    document.removeEventListener('turbo:morph', this.morphed)
    this.forget()
  }

  private forget() {
    for (const { abort, item } of this.uploads.values()) {
      abort.abort()
      item.forget()
    }
    this.uploads.clear()
  }

  /** The button takes the field's place, also for its label and for what describes it. */
  private showButtons() {
    const { inputTarget: field, chooserTarget: button } = this
    if (field.id) {
      button.id = field.id
      field.removeAttribute('id')
    }
    const described = field.getAttribute('aria-describedby')
    if (described) button.setAttribute('aria-describedby', described)
    field.hidden = true
    this.buttonsTarget.hidden = false
    if (this.hasCameraPlaceTarget) this.cameraPlaceTarget.hidden = !matchMedia('(pointer: coarse)').matches
  }

  /** A file of an earlier attempt: the box becomes a button, as the others have it. */
  private adopt(kept: Element) {
    const box = kept.querySelector<HTMLInputElement>('input[type=checkbox]')
    if (box) box.type = 'hidden'
    for (const part of kept.querySelectorAll<HTMLElement>('[data-part=keep]')) part.hidden = true
    for (const part of kept.querySelectorAll<HTMLElement>('[data-part=actions]')) part.hidden = false
  }

  openFiles() {
    this.inputTarget.click()
  }

  openCamera() {
    this.cameraTarget.click()
  }

  choose({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return
    const chosen = [...(target.files ?? [])]
    this.notice('')
    // The form carries ids instead.
    target.value = ''
    const room = this.maxValue - this.listTarget.childElementCount
    for (const file of chosen.slice(0, Math.max(0, room))) this.add(file)
    if (chosen.length > room) this.notice(this.textsValue.tooMany)
    void this.work()
  }

  private add(file: File) {
    const item = new Item(this.itemTarget, file, this.textsValue.removeNamed.replace('{name}', file.name))
    this.uploads.set(item.element, { file, item, abort: new AbortController(), state: 'waiting' })
    this.listTarget.append(item.element)
  }

  again({ currentTarget }: Event) {
    const upload = this.uploadAt(currentTarget)
    if (!upload) return
    upload.state = 'waiting'
    upload.item.state('running', '')
    void this.work()
  }

  remove({ currentTarget }: Event) {
    const entry = currentTarget instanceof Element ? currentTarget.closest('li') : null
    if (!entry) return
    const upload = this.uploads.get(entry)
    upload?.abort.abort()
    upload?.item.forget()
    this.uploads.delete(entry)
    if (upload?.address)
      void fetch(upload.address, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' }, keepalive: true }).catch(() => {})
    entry.remove()
    this.notice('')
    this.say(this.textsValue.removed)
    this.chooserTarget.focus()
    this.sendIfDone()
  }

  private uploadAt(target: EventTarget | null): Upload | undefined {
    const entry = target instanceof Element ? target.closest('li') : null
    return entry ? this.uploads.get(entry) : undefined
  }

  /** One after the other: the first announces this browser to the server, and a phone's line is narrow. */
  private async work() {
    if (this.running) return
    this.running = true
    for (let next = this.next(); next; next = this.next()) await this.send(next)
    this.running = false
    this.sendIfDone()
  }

  private next = (): Upload | undefined => [...this.uploads.values()].find(({ state }) => state === 'waiting')

  private async send(upload: Upload) {
    const { file, item, abort } = upload
    const texts = this.textsValue
    upload.state = 'running'
    item.state('running', texts.uploading)
    try {
      const place = await placeOf(file)
      if (place) this.dispatch('position', { prefix: 'photo', detail: place })
      const body = await shrunk(file)
      abort.signal.throwIfAborted()
      const about = { filename: file.name, kinds: this.kindsValue, ...(place ? { taken: placeText(place) } : {}) }
      upload.address = await sendFile(this.urlValue, body, about, {
        signal: abort.signal,
        waiting: () => item.state('running', texts.waiting),
        progress: (sent) => {
          const percent = Math.round((sent / Math.max(1, body.size)) * 100)
          item.progress(percent)
          item.state('running', texts.progress.replace('{percent}', String(percent)))
        },
      })
      this.keep(upload, upload.address)
    } catch (error) {
      if (abort.signal.aborted) return
      upload.state = 'failed'
      const words = (error instanceof Refused && error.message) || texts.failed
      item.state('failed', words, !(error instanceof Refused))
      this.say(`${file.name}: ${words}`)
    }
  }

  private keep(upload: Upload, address: string) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = this.nameValue
    field.value = address.split('/').at(-1) ?? ''
    upload.item.element.append(field)
    upload.state = 'done'
    upload.item.state('done', this.textsValue.done)
    this.say(`${upload.file.name}: ${this.textsValue.done}`)
    this.dispatch('done', { detail: { id: field.value } })
  }

  /** A page that refreshes itself must not take away what was chosen; the answer to this form may: it shows what has arrived. */
  private guard = (event: Event) => {
    if (event.target === this.element && this.uploads.size > 0 && !this.sent) event.preventDefault()
  }

  private morphed = () => {
    if (this.uploads.size > 0 && !this.sent) return
    this.sent = false
    this.forget()
    this.arrange()
  }

  private hold = (event: SubmitEvent) => {
    this.sent = !this.busy()
    if (this.sent) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.sender = { by: event.submitter }
    this.notice(this.textsValue.busy)
  }

  private busy(): boolean {
    return [...this.uploads.values()].some(({ state }) => state === 'waiting' || state === 'running')
  }

  private sendIfDone() {
    if (!this.sender || this.busy()) return
    const { by } = this.sender
    this.sender = undefined
    // What failed has to be seen first.
    if (![...this.uploads.values()].some(({ state }) => state === 'failed')) this.form?.requestSubmit(by)
  }

  /** Spoken by screen readers; others see it at the file. */
  private say(words: string) {
    this.statusTarget.textContent = words
  }

  /** For everybody, until the next thing is done. */
  private notice(words: string) {
    this.noticeTarget.textContent = words
  }
}
