import { Controller } from '@hotwired/stimulus'
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/**
 * Asks the device for a passkey before its form is sent: fetches the question, lets the person unlock the device, puts the
 * answer into the form. Shows itself only where the browser knows passkeys.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['form', 'answer', 'problem']
  static override values = { question: String, making: Boolean }
  declare readonly formTarget: HTMLFormElement
  declare readonly answerTarget: HTMLInputElement
  declare readonly problemTarget: HTMLElement
  declare readonly questionValue: string
  declare readonly makingValue: boolean

  override connect() {
    this.show()
    document.addEventListener('turbo:render', this.show)
  }

  override disconnect() {
    document.removeEventListener('turbo:render', this.show)
  }

  /** Also after the page was morphed, which brings back the `hidden` of the server. */
  private show = () => {
    this.element.hidden = typeof PublicKeyCredential === 'undefined'
  }

  async ask(event: Event) {
    if (this.answerTarget.value) return
    event.preventDefault()
    this.problemTarget.textContent = ''
    try {
      const optionsJSON = await this.question()
      const answer = this.makingValue ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
      this.answerTarget.value = JSON.stringify(answer)
      this.formTarget.requestSubmit()
    } catch (error) {
      const { failed = '', stopped = '' } = this.problemTarget.dataset
      this.problemTarget.textContent = error instanceof WebAuthnError || error instanceof DOMException ? stopped : failed
    }
  }

  private async question() {
    const response = await fetch(this.questionValue, { method: 'POST', headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error(`no question: ${response.status}`)
    return await response.json()
  }
}
