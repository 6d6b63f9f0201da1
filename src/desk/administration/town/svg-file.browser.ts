import { Controller } from '@hotwired/stimulus'

/** Reads a chosen SVG file into the text area, so that nobody has to copy its text. */
export default class extends Controller<HTMLFormElement> {
  static override targets = ['choose', 'file', 'text']
  declare readonly chooseTarget: HTMLElement
  declare readonly fileTarget: HTMLInputElement
  declare readonly textTarget: HTMLTextAreaElement

  override connect() {
    this.chooseTarget.hidden = false
    // Only its text is sent.
    this.fileTarget.removeAttribute('name')
  }

  async read() {
    const file = this.fileTarget.files?.[0]
    if (file && file.size <= 200_000) this.textTarget.value = await file.text()
  }
}
