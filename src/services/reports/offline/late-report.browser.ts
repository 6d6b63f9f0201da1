import { Controller } from '@hotwired/stimulus'
import {
  device,
  isOf,
  keepEntry,
  newCode,
  newKey,
  newSecret,
  ownerHere,
  sendFromHere,
  type WrittenPhoto,
} from '#core/offline/browser/index.ts'
import { fieldsOf, fill } from './browser/filling.ts'
import { photoFrom, photoItem } from './browser/photo-list.ts'
import { dangerOn, isBlank, type Missing, missingIn } from './device.rules.ts'
import type { KindOnDevice } from './late.rules.ts'

type Word = Missing | 'title' | 'saved' | 'sending' | 'tooMany' | 'full' | 'tooManyEntries' | 'onItsWay' | 'gone'
/** What the device makes before anything is sent. */
type Keys = { id: string; secret: string; code: string; observedAt: string }

const MOST = 5
const PAUSE_MS = 1_500

/** A report that is written without network: kept on the device while it is written, queued when it is finished. */
export default class extends Controller<HTMLElement> {
  static override targets = [
    'form',
    'errors',
    'errorList',
    'questions',
    'asked',
    'danger',
    'person',
    'stranger',
    'said',
    'submit',
    'kept',
    'photos',
    'chooser',
    'camera',
    'files',
    'list',
    'notice',
    'photo',
  ]
  static override values = { base: String, path: String, waiting: String, kinds: Object, texts: Object }
  declare readonly formTarget: HTMLFormElement
  declare readonly errorsTarget: HTMLElement
  declare readonly errorListTarget: HTMLElement
  declare readonly questionsTarget: HTMLElement
  declare readonly askedTargets: HTMLTemplateElement[]
  declare readonly dangerTargets: HTMLElement[]
  declare readonly personTarget: HTMLElement
  declare readonly strangerTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly submitTarget: HTMLButtonElement
  declare readonly keptTarget: HTMLElement
  declare readonly photosTarget: HTMLElement
  declare readonly chooserTarget: HTMLElement
  declare readonly cameraTarget: HTMLInputElement
  declare readonly filesTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly noticeTarget: HTMLElement
  declare readonly photoTarget: HTMLTemplateElement
  declare readonly baseValue: string
  declare readonly pathValue: string
  declare readonly waitingValue: string
  declare readonly kindsValue: Record<string, KindOnDevice>
  declare readonly textsValue: Record<Word, string>
  private keys: Keys | undefined
  private owned = false
  private photos = new Map<Element, WrittenPhoto>()
  private shownKind = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  /** Changes are kept one after the other. */
  private keeping: Promise<boolean> = Promise.resolve(true)

  override async connect() {
    document.addEventListener('visibilitychange', this.hidden)
    const kept = new URLSearchParams(location.search).get('eintrag')
    const owner = kept ? await ownerHere(this.baseValue) : await device().owner(this.baseValue)
    this.owned = owner !== ''
    if (kept) await this.takeUp(kept, owner)
    this.personTarget.hidden = !this.owned
    this.strangerTarget.hidden = this.owned
    this.formTarget.hidden = false
    this.look()
  }

  override disconnect() {
    document.removeEventListener('visibilitychange', this.hidden)
    clearTimeout(this.timer)
  }

  /** Goes on with what lies on the device, unless it is somebody else's. */
  private async takeUp(id: string, owner: string) {
    const entry = await device().get(id)
    const keep = Object.fromEntries(entry?.fields ?? [])
    if (!entry || !isOf(entry, owner) || entry.url !== this.pathValue || !keep.secret || !keep.code) return this.say(this.textsValue.gone)
    this.keys = { id, secret: keep.secret, code: keep.code, observedAt: keep.observedAt ?? new Date(entry.madeAt).toISOString() }
    this.owned = entry.owner !== ''
    // First the kind, which brings its questions.
    fill(
      this.formTarget,
      entry.fields.filter(([name]) => name === 'category'),
    )
    this.showQuestions()
    fill(this.formTarget, entry.fields)
    for (const file of await device().files(id)) this.addPhoto(file)
  }

  written() {
    this.look()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.keep(false), PAUSE_MS)
  }

  private hidden = () => {
    if (document.visibilityState === 'hidden' && this.timer !== undefined) void this.keep(false)
  }

  /** What follows from what was chosen: questions, or the emergency number instead of everything else. */
  private look() {
    this.showQuestions()
    const number = dangerOn(this.kind(), fieldsOf(this.formTarget))
    for (const box of this.dangerTargets) box.hidden = box.dataset.number !== number
    this.submitTarget.disabled = number !== undefined
  }

  private kind = (): KindOnDevice | undefined => this.kindsValue[this.kindCode()]
  private kindCode = (): string => new FormData(this.formTarget).get('category')?.toString() ?? ''

  private showQuestions() {
    const code = this.kindCode()
    if (code === this.shownKind) return
    this.shownKind = code
    const template = this.askedTargets.find(({ dataset }) => dataset.kind === code)
    this.questionsTarget.replaceChildren(...(template ? [template.content.cloneNode(true)] : []))
  }

  openCamera() {
    this.cameraTarget.click()
  }

  openFiles() {
    this.filesTarget.click()
  }

  async choose({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return
    const chosen = [...(target.files ?? [])]
    target.value = ''
    const room = MOST - this.photos.size
    this.noticeTarget.textContent = chosen.length > room ? this.textsValue.tooMany : ''
    for (const file of chosen.slice(0, Math.max(0, room))) {
      const { photo, place } = await photoFrom(file)
      this.addPhoto(photo)
      if (place) this.dispatch('position', { prefix: 'photo', detail: place })
    }
    this.written()
  }

  private addPhoto(photo: WrittenPhoto) {
    const item = photoItem(this.photoTarget, photo)
    this.photos.set(item, photo)
    this.listTarget.append(item)
  }

  removePhoto({ currentTarget }: Event) {
    const item = currentTarget instanceof Element ? currentTarget.closest('li') : null
    if (!item) return
    this.photos.delete(item)
    item.remove()
    this.chooserTarget.focus()
    this.written()
  }

  async finish(event: Event) {
    event.preventDefault()
    if (dangerOn(this.kind(), fieldsOf(this.formTarget))) return
    const missing = missingIn(this.kind(), fieldsOf(this.formTarget), { photos: this.photos.size, owned: this.owned })
    this.showErrors(missing)
    if (missing.length > 0 || !(await this.keep(true))) return
    if (navigator.onLine) {
      this.say(this.textsValue.sending)
      await sendFromHere(this.baseValue, { force: true })
    }
    this.leave()
  }

  async later() {
    if (isBlank(fieldsOf(this.formTarget), this.photos.size) || (await this.keep(false))) this.leave()
  }

  /** To the list; where there is neither network nor worker, this page says the same. */
  private leave() {
    if (navigator.onLine || navigator.serviceWorker?.controller) return location.assign(this.waitingValue)
    this.formTarget.hidden = true
    this.keptTarget.hidden = false
    this.keptTarget.focus()
  }

  private keep(ready: boolean): Promise<boolean> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.keeping = this.keeping.then(() => this.keepNow(ready))
    return this.keeping
  }

  /** True when it lies on the device as it is here. */
  private async keepNow(ready: boolean): Promise<boolean> {
    const fields = fieldsOf(this.formTarget)
    if (!this.keys && isBlank(fields, this.photos.size)) return true
    this.keys ??= { id: newKey(), secret: newSecret(), code: newCode(), observedAt: new Date().toISOString() }
    const { id, ...made } = this.keys
    const { secret, code, observedAt } = made
    try {
      const kept = await keepEntry({
        id,
        base: this.baseValue,
        title: this.title(),
        url: this.pathValue,
        page: this.pathValue,
        fields: [...fields.filter(([name]) => this.owned || name !== 'as'), ...Object.entries({ secret, code, observedAt })],
        photos: [...this.photos.values()],
        keyField: 'clientKey',
        keep: { path: `/s/${secret}`, code },
        ready,
      })
      this.say({ kept: this.textsValue.saved, tooMany: this.textsValue.tooManyEntries, onItsWay: this.textsValue.onItsWay }[kept])
      return kept === 'kept'
    } catch {
      this.say(this.textsValue.full)
      return false
    }
  }

  /** The kind of damage, which says nothing about anybody. */
  private title(): string {
    const select = this.formTarget.querySelector('select')
    return (this.kindCode() && select?.selectedOptions[0]?.text) || this.textsValue.title
  }

  private showErrors(missing: readonly { field: string; what: Missing }[]) {
    this.errorsTarget.hidden = missing.length === 0
    this.errorListTarget.replaceChildren(
      ...missing.map(({ field, what }) => {
        const link = document.createElement('a')
        link.className = 'kern-link kern-link--no-visited-state'
        link.href = `#f-${field.replace(/[^\w-]+/g, '-')}`
        link.textContent = this.textsValue[what]
        const item = document.createElement('li')
        item.append(link)
        return item
      }),
    )
    if (missing.length > 0) this.errorsTarget.focus()
  }

  private say(words: string) {
    this.saidTarget.textContent = words
  }
}
