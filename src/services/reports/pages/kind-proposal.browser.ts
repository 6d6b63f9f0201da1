import { Controller } from '@hotwired/stimulus'

type Proposal = { code: string; name: string }

const isProposal = (value: unknown): value is Proposal =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'name' in value

/** Offers the kinds of damage that fit what is being written, so that the page with all kinds can be left out. */
export default class extends Controller<HTMLElement> {
  static override targets = ['text', 'box', 'list', 'said']
  static override values = { url: String }
  declare readonly textTarget: HTMLTextAreaElement
  declare readonly boxTarget: HTMLElement
  declare readonly listTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly urlValue: string
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked = ''

  override connect() {
    this.textTarget.addEventListener('input', this.wait)
    this.wait()
  }

  override disconnect() {
    this.textTarget.removeEventListener('input', this.wait)
    clearTimeout(this.timer)
  }

  private wait = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), 350)
  }

  private async ask() {
    const text = this.textTarget.value.trim().slice(0, 500)
    if (text.length < 4 || text === this.asked) return
    this.asked = text
    const answer = await fetch(`${this.urlValue}?${new URLSearchParams({ text })}`).catch(() => undefined)
    if (!answer?.ok || this.asked !== text) return
    const found: unknown = await answer.json()
    const proposals = typeof found === 'object' && found !== null && 'proposals' in found ? found.proposals : []
    this.offer(Array.isArray(proposals) ? proposals.filter(isProposal) : [])
  }

  /** Keeps what was chosen as long as it is still offered. */
  private offer(proposals: readonly Proposal[]) {
    const chosen = this.listTarget.querySelector<HTMLInputElement>('input:checked')?.value
    this.listTarget.replaceChildren(...proposals.map((proposal) => this.chip(proposal, proposal.code === chosen)))
    this.boxTarget.hidden = proposals.length === 0
    this.saidTarget.textContent = (this.saidTarget.dataset.text ?? '').replace('#', String(proposals.length))
  }

  private chip({ code, name }: Proposal, checked: boolean): HTMLElement {
    const label = document.createElement('label')
    label.className = 'chip'
    const input = document.createElement('input')
    Object.assign(input, { type: 'radio', name: 'category', value: code, checked })
    label.append(input, document.createTextNode(` ${String(name)}`))
    return label
  }
}
