import { Controller } from '@hotwired/stimulus'

/** After a refused form the eye and the screen reader begin at the summary. */
export default class extends Controller<HTMLElement> {
  override connect() {
    this.element.focus()
  }
}
