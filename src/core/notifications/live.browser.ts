import { Controller } from '@hotwired/stimulus'
import { renderStreamMessage } from '@hotwired/turbo'
import { idAt, listenTo } from './live-connection.ts'

/** Shows the page anew when one of its topics changes; not while somebody is writing in it. */
export default class extends Controller<HTMLElement> {
  static override targets = ['said', 'waiting']
  static override values = { url: String, topics: Array, since: Number, changed: String }
  declare readonly saidTarget: HTMLElement
  declare readonly waitingTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly topicsValue: string[]
  declare readonly sinceValue: number
  declare readonly changedValue: string
  private stop: (() => void) | undefined
  private before: string | undefined
  private readonly rendered = () => this.announce()

  override connect() {
    const { urlValue: url, topicsValue: topics } = this
    this.stop = listenTo({ url, topics, since: idAt(this.sinceValue), hear: (name, data) => name === 'message' && this.hear(data) })
    document.addEventListener('turbo:morph', this.rendered)
  }

  override disconnect() {
    this.stop?.()
    document.removeEventListener('turbo:morph', this.rendered)
  }

  reload() {
    location.reload()
  }

  private hear(message: string) {
    if (isWriting()) this.waitingTarget.hidden = false
    else {
      this.before = words()
      renderStreamMessage(message)
    }
  }

  /** Says it only when something on the page did change. */
  private announce() {
    if (this.before === undefined || this.before === words()) return
    this.before = undefined
    this.saidTarget.textContent = this.changedValue
    setTimeout(() => {
      this.saidTarget.textContent = ''
    }, 5_000)
  }
}

const words = (): string => document.querySelector('main')?.textContent ?? ''

/** A field of the page holds something that was not sent yet. */
const isWriting = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main textarea, main input:not([type=hidden])')].some((field) =>
    field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  )
