import { Controller } from '@hotwired/stimulus'

export default class extends Controller<HTMLButtonElement> {
  override connect() {
    this.element.hidden = false
  }

  print() {
    window.print()
  }
}
