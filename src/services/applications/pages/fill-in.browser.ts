import { Controller } from '@hotwired/stimulus'
import { evaluate } from '../../forms/evaluate.rules.ts'
import { inEuros } from '../../forms/fill-in/euros.rules.ts'
import { pageSent, withPage } from '../../forms/fill-in/page-answers.rules.ts'
import type { PageSent } from '../../forms/fill-in/sent.rules.ts'
import type { FormDefinition, Page } from '../../forms/form.rules.ts'

type Live = { form: FormDefinition; page: string; answers: Record<string, unknown>; today: string }

const REST = 1500

/**
 * Shows and hides the questions of a page while somebody answers, calculates what depends on them, and keeps what was written as a draft.
 * It reads the form with the server's own modules; where it cannot say something, the server does when the page is sent.
 */
export default class extends Controller<HTMLFormElement> {
  static override targets = ['form', 'asked', 'calculated', 'mode', 'revision', 'saved']
  static override values = { url: String }
  declare readonly formTarget: HTMLElement
  declare readonly askedTargets: HTMLFieldSetElement[]
  declare readonly calculatedTargets: HTMLElement[]
  declare readonly modeTarget: HTMLInputElement
  declare readonly revisionTarget: HTMLInputElement
  declare readonly savedTarget: HTMLElement
  declare readonly urlValue: string

  private live: Live | undefined
  private page: Page | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> | undefined
  private sending = false

  override connect() {
    this.begin()
    document.addEventListener('turbo:morph', this.begin)
    this.element.addEventListener('turbo:submit-end', this.answered)
    this.element.addEventListener('input', this.changed)
    this.element.addEventListener('change', this.changed)
    this.element.addEventListener('submit', this.sent, { capture: true })
  }

  override disconnect() {
    clearTimeout(this.timer)
    document.removeEventListener('turbo:morph', this.begin)
    this.element.removeEventListener('turbo:submit-end', this.answered)
    this.element.removeEventListener('input', this.changed)
    this.element.removeEventListener('change', this.changed)
    this.element.removeEventListener('submit', this.sent, { capture: true })
  }

  private answered = () => {
    this.sending = false
  }

  /** Also when the same page comes back with what is wrong. */
  private begin = () => {
    this.live = JSON.parse(this.formTarget.textContent ?? '{}') as Live
    this.page = this.live.form.pages.find(({ key }) => key === this.live?.page)
    this.modeTarget.value = 'live'
  }

  private changed = () => {
    this.show()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), REST)
  }

  /** What is on its way is waited for, so that the page is not older than what was kept. */
  private sent = (event: SubmitEvent) => {
    clearTimeout(this.timer)
    this.sending = true
    if (!this.saving) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    void this.saving.then(() => this.element.requestSubmit(submitter))
  }

  private show() {
    if (!this.live || !this.page) return
    const { form, answers: before, today } = this.live
    const facts = { today }
    // What is hidden is read as well, so that it is there again when it is needed.
    for (const asked of this.askedTargets) asked.disabled = false
    const answers = withPage(form, this.page, before, pageSent(this.page, this.read()), facts)
    const { pages, fields } = evaluate(form, answers, facts)
    const seen = new Set(fields.keys())
    for (const { nodes } of pages) for (const node of nodes) if (node.kind === 'group') seen.add(node.path)
    for (const asked of this.askedTargets) {
      const isSeen = seen.has(asked.dataset.path ?? '')
      asked.hidden = !isSeen
      asked.disabled = !isSeen
    }
    for (const place of this.calculatedTargets) {
      const state = fields.get(place.dataset.path ?? '')
      if (typeof state?.value === 'number' && state.field.result === 'money')
        place.textContent = inEuros(state.value, document.documentElement.lang)
    }
  }

  private read(): PageSent {
    const sent: { a: Record<string, string | string[]>; n: Record<string, string> } = { a: {}, n: {} }
    for (const [name, value] of new FormData(this.element)) {
      const found = /^([an])\[([\w-]+)\]$/.exec(name)
      if (!found || typeof value !== 'string' || value === '') continue
      const [, kind, word = ''] = found
      if (kind === 'n') sent.n[word] = value
      else sent.a[word] = word in sent.a ? [...[sent.a[word]!].flat(), value] : value
    }
    return sent
  }

  private async save(): Promise<void> {
    if (this.saving || this.sending) return
    this.saving = this.keep().finally(() => {
      this.saving = undefined
    })
    await this.saving
  }

  private async keep(): Promise<void> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.element)) if (typeof value === 'string' && name !== '_key') body.append(name, value)
    body.set('do', 'keep')
    try {
      const answer = await fetch(this.urlValue, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'idempotency-key': crypto.randomUUID() },
      })
      const kept: unknown = answer.ok ? await answer.json() : undefined
      if (typeof kept === 'object' && kept && 'revision' in kept) this.revisionTarget.value = String(kept.revision)
      this.savedTarget.textContent = (answer.ok ? this.savedTarget.dataset.text : this.savedTarget.dataset.failed) ?? ''
    } catch {
      this.savedTarget.textContent = this.savedTarget.dataset.failed ?? ''
    }
  }
}
