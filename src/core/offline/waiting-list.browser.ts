import { Controller } from '@hotwired/stimulus'
import { device, onDeviceChange } from './browser/device.ts'
import { sendFromHere } from './browser/sending.ts'
import { type Entry, type EntryState, isFree, isOf, isUnsent, SIGN_IN } from './queue/entry.rules.ts'

/** The server's word for a key under which something else has arrived: there is something to look at. */
const ARRIVED = 'sentOtherwise'

type Word = EntryState | typeof SIGN_IN
type More = 'written' | 'sentAt' | 'refusedUnsaid' | 'remove' | 'removed' | 'others' | 'removeOthers' | 'noNetwork' | 'noLuck'

/** The list of what waits on this device, with what can be done about it. The markup comes from the page's template. */
export default class extends Controller<HTMLElement> {
  static override targets = ['list', 'item', 'empty', 'all', 'others', 'othersText', 'said', 'standsIn']
  static override values = { base: String, path: String, texts: Object }
  declare readonly listTarget: HTMLElement
  declare readonly itemTarget: HTMLTemplateElement
  declare readonly emptyTarget: HTMLElement
  declare readonly allTarget: HTMLElement
  declare readonly othersTarget: HTMLElement
  declare readonly othersTextTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly standsInTarget: HTMLElement
  declare readonly baseValue: string
  declare readonly pathValue: string
  declare readonly textsValue: Record<Word | More, string>
  private stop = () => {}
  private shown = ''

  override connect() {
    this.standsInTarget.hidden = location.pathname === this.pathValue
    this.stop = onDeviceChange(this.show)
    void this.show()
  }

  override disconnect() {
    this.stop()
  }

  reload() {
    location.reload()
  }

  private show = async () => {
    const owner = await device().owner(this.baseValue)
    const all = await device().all(this.baseValue)
    const mine = all.filter((entry) => isOf(entry, owner)).sort((a, b) => b.madeAt - a.madeAt)
    const others = all.length - mine.length
    this.emptyTarget.hidden = mine.length > 0
    this.listTarget.hidden = mine.length === 0
    this.allTarget.hidden = mine.filter(isUnsent).length < 2
    this.othersTarget.hidden = others === 0
    this.othersTextTarget.textContent = this.textsValue.others.replace('{count}', String(others))
    // What has not changed stays, so that nobody loses the place while something else is sent.
    const now = JSON.stringify(mine)
    if (now === this.shown) return
    this.shown = now
    const focused = this.focused()
    this.listTarget.replaceChildren(...mine.map((entry) => this.itemOf(entry)))
    if (focused) this.listTarget.querySelector<HTMLElement>(focused)?.focus()
  }

  private focused(): string | undefined {
    const part = document.activeElement?.getAttribute('data-part')
    const id = document.activeElement?.closest('li')?.dataset.entry
    return part && id && this.listTarget.contains(document.activeElement) ? `[data-entry="${id}"] [data-part="${part}"]` : undefined
  }

  private itemOf(entry: Entry): HTMLElement {
    const item = this.itemTarget.content.firstElementChild?.cloneNode(true)
    if (!(item instanceof HTMLElement)) throw new Error('the template holds no list item')
    const part = (name: string): HTMLElement => item.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? item
    const fill = (name: string, words: string | undefined) => {
      part(name).textContent = words ?? ''
      part(name).hidden = !words
    }
    const waitsForOwner = entry.state === 'waiting' && entry.problem?.code === SIGN_IN
    item.dataset.entry = entry.id
    item.dataset.state = entry.state
    fill('title', entry.title)
    fill('state', this.textsValue[waitsForOwner ? SIGN_IN : entry.state])
    fill('when', this.when(entry))
    fill('problem', entry.state === 'refused' ? entry.problem?.words || this.textsValue.refusedUnsaid : '')
    part('signIn').hidden = !waitsForOwner
    part('send').hidden = entry.state !== 'waiting' && entry.state !== 'refused'
    part('remove').hidden = entry.state === 'sending' && !isFree(entry, Date.now())
    this.link(part('edit'), isFree(entry, Date.now()) ? `${entry.page}?eintrag=${entry.id}` : undefined)
    this.receipt(entry, part)
    return item
  }

  private when({ madeAt, sentAt }: Entry): string {
    const at = new Date(sentAt ?? madeAt).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
    return this.textsValue[sentAt ? 'sentAt' : 'written'].replace('{when}', at)
  }

  private receipt(entry: Entry, part: (name: string) => HTMLElement) {
    const arrived = entry.state === 'sent' || entry.problem?.code === ARRIVED
    this.link(part('open'), arrived ? (entry.keep?.path ?? entry.answer?.path) : undefined)
    if (entry.state !== 'sent') return
    const { number } = entry.answer ?? {}
    part('receipt').hidden = !entry.keep && !number
    part('number').textContent = number ?? ''
    part('numberRow').hidden = !number
    part('code').textContent = entry.keep?.code?.replace(/(.{4})(?=.)/g, '$1-') ?? ''
    part('codeRow').hidden = !entry.keep?.code
    part('linkRow').hidden = !entry.keep
    const field = part('linkRow').querySelector('input')
    const label = part('linkRow').querySelector('label')
    if (!field || !label || !entry.keep) return
    field.value = location.origin + this.baseValue + entry.keep.path
    field.id = `link-${entry.id}`
    label.htmlFor = field.id
  }

  private link(part: HTMLElement, path: string | undefined) {
    part.hidden = path === undefined
    if (path !== undefined) part.setAttribute('href', this.baseValue + path)
  }

  send({ currentTarget }: Event) {
    const id = this.idAt(currentTarget)
    if (id) void this.sendNow(id)
  }

  sendAll() {
    void this.sendNow()
  }

  private async sendNow(id?: string) {
    this.say('')
    if (!navigator.onLine) return this.say(this.textsValue.noNetwork)
    // What was refused goes once more when its writer says so.
    if (id)
      await device().change(id, (entry) => (entry.state === 'refused' ? { ...entry, state: 'waiting', problem: undefined } : undefined))
    await sendFromHere(this.baseValue, { force: true, ...(id ? { only: id } : {}) })
    const left = (await device().all(this.baseValue)).filter((entry) => (!id || entry.id === id) && entry.state === 'waiting')
    this.say(left.length > 0 ? this.textsValue.noLuck : this.textsValue.sent)
  }

  async remove({ currentTarget }: Event) {
    const id = this.idAt(currentTarget)
    const entry = id ? await device().get(id) : undefined
    if (!entry || !isFree({ ...entry, state: entry.state === 'sent' ? 'draft' : entry.state }, Date.now())) return
    if (!confirm(this.textsValue.remove.replace('{title}', entry.title))) return
    await device().remove(entry.id)
    this.say(this.textsValue.removed)
  }

  async removeOthers() {
    const owner = await device().owner(this.baseValue)
    const others = (await device().all(this.baseValue)).filter((entry) => !isOf(entry, owner))
    if (!confirm(this.textsValue.removeOthers.replace('{count}', String(others.length)))) return
    for (const { id } of others) await device().remove(id)
    this.say(this.textsValue.removed)
  }

  private idAt(target: EventTarget | null): string | undefined {
    return target instanceof Element ? target.closest('li')?.dataset.entry : undefined
  }

  private say(words: string) {
    this.saidTarget.textContent = words
  }
}
