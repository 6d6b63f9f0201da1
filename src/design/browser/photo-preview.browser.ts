import { Controller } from '@hotwired/stimulus'

/** Shows chosen pictures before they are sent. */
export default class extends Controller<HTMLElement> {
  static override targets = ['input', 'list']
  declare readonly inputTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  private addresses: string[] = []

  override disconnect() {
    this.forget()
  }

  show() {
    this.forget()
    const files = [...(this.inputTarget.files ?? [])]
    this.listTarget.replaceChildren(...files.map((file) => this.entry(file)))
    this.listTarget.hidden = files.length === 0
  }

  private entry(file: File): HTMLLIElement {
    const entry = document.createElement('li')
    if (file.type.startsWith('image/')) {
      const picture = new Image()
      picture.src = URL.createObjectURL(file)
      picture.alt = ''
      // Some kinds (HEIC) cannot be shown by every browser; the name then stands alone.
      picture.addEventListener('error', () => picture.remove())
      this.addresses.push(picture.src)
      entry.append(picture)
    }
    const name = document.createElement('span')
    name.textContent = file.name
    entry.append(name)
    return entry
  }

  private forget() {
    for (const address of this.addresses) URL.revokeObjectURL(address)
    this.addresses = []
  }
}
