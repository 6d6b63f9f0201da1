import { Controller } from '@hotwired/stimulus'
import { device, onDeviceChange } from './browser/device.ts'
import { isDue, isOf, isUnsent, nextLook } from './queue/entry.rules.ts'

/**
 * On every page: keeps the program ready for having no network, sends what waits as soon as there is one, and says how much is not
 * sent yet. Who signs out leaves nothing behind.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['unsent', 'count', 'lost']
  static override values = { base: String, owner: String, leave: String }
  declare readonly unsentTargets: HTMLElement[]
  declare readonly countTargets: HTMLElement[]
  declare readonly lostTargets: HTMLElement[]
  declare readonly baseValue: string
  declare readonly ownerValue: string
  declare readonly hasOwnerValue: boolean
  declare readonly leaveValue: string
  private timer: ReturnType<typeof setTimeout> | undefined
  private stop = () => {}

  override connect() {
    if (!('indexedDB' in window)) return
    this.register()
    this.stop = onDeviceChange(this.show)
    addEventListener('online', this.back)
    addEventListener('offline', this.line)
    document.addEventListener('visibilitychange', this.seen)
    document.addEventListener('submit', this.leave, true)
    // The body's values change when Turbo shows the next page.
    document.addEventListener('turbo:load', this.arrived)
    this.arrived()
  }

  override disconnect() {
    clearTimeout(this.timer)
    this.stop()
    removeEventListener('online', this.back)
    removeEventListener('offline', this.line)
    document.removeEventListener('visibilitychange', this.seen)
    document.removeEventListener('submit', this.leave, true)
    document.removeEventListener('turbo:load', this.arrived)
  }

  /** Without TLS there is none, and everything works as without a network that comes and goes. */
  private register() {
    const scope = `${this.baseValue}/`
    const language = document.documentElement.lang === 'en' ? 'en' : 'de'
    navigator.serviceWorker?.register(`${scope}sw.js?sprache=${language}`, { scope }).catch(() => {})
  }

  private arrived = async () => {
    this.line()
    await this.show()
    await this.send(await this.isNew())
  }

  /** True when somebody else than before is signed in: what waited for that person goes now. */
  private async isNew(): Promise<boolean> {
    // A page that stands in for another is a stranger's, whoever is signed in.
    if (this.element.querySelector('[data-stands-in]')) return await this.isNewHere()
    // An error page does not know who is signed in.
    if (!this.hasOwnerValue) return false
    if ((await device().owner(this.baseValue)) === this.ownerValue) return false
    await device().setOwner(this.baseValue, this.ownerValue)
    return this.ownerValue !== ''
  }

  private async isNewHere(): Promise<boolean> {
    const before = await device().owner(this.baseValue)
    // Without network its file may not be there either.
    const asked = await import('./browser/owner.ts').then(({ ownerHere }) => ownerHere(this.baseValue)).catch(() => before)
    return asked !== before
  }

  /** The code that sends is fetched only when there is something to send. */
  private send = async (force = false) => {
    clearTimeout(this.timer)
    if (!navigator.onLine) return
    const entries = await device().all(this.baseValue)
    let next = nextLook(entries)
    if (entries.some((entry) => entry.state === 'sending' || isDue(entry, Date.now(), { force }))) {
      const { sendFromHere } = await import('./browser/sending.ts')
      next = await sendFromHere(this.baseValue, { force })
    }
    if (next !== undefined) this.timer = setTimeout(this.send, Math.max(1_000, next - Date.now()))
  }

  private back = () => {
    this.line()
    void this.send(true)
  }

  private seen = () => {
    if (document.visibilityState === 'visible') void this.send()
  }

  private line = () => {
    for (const bar of this.lostTargets) bar.hidden = navigator.onLine
  }

  private show = async () => {
    const owner = await device().owner(this.baseValue)
    const unsent = (await device().all(this.baseValue)).filter((entry) => isUnsent(entry) && isOf(entry, owner)).length
    for (const count of this.countTargets) count.textContent = String(unsent)
    for (const bar of this.unsentTargets) bar.hidden = unsent === 0
  }

  /** Signing out: what is on the device goes first; what would be lost is said before. */
  private leave = async (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.left || form.getAttribute('action') !== `${this.baseValue}/abmelden`) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    if (!(await this.wiped())) return
    form.dataset.left = 'true'
    form.requestSubmit(submitter)
  }

  /** False when its owner rather stays. A store that does not answer keeps nobody from signing out. */
  private async wiped(): Promise<boolean> {
    try {
      const owner = await device().owner(this.baseValue)
      const lost = (await device().all(this.baseValue)).filter((entry) => entry.state !== 'sent' && isOf(entry, owner)).length
      if (lost > 0 && !confirm(this.leaveValue.replace('#', String(lost)))) return false
      await device().wipe(this.baseValue)
    } catch {
      // Without a store there is nothing in it.
    }
    return true
  }
}
