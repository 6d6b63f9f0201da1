import { Controller } from '@hotwired/stimulus'

/** The box in the head of a table ticks all rows. */
export default class extends Controller<HTMLElement> {
  static override targets = ['all', 'one']
  declare readonly allTarget: HTMLInputElement
  declare readonly oneTargets: HTMLInputElement[]

  override connect() {
    this.one()
  }

  all() {
    for (const box of this.oneTargets) box.checked = this.allTarget.checked
  }

  one() {
    const ticked = this.oneTargets.filter((box) => box.checked).length
    this.allTarget.checked = ticked > 0 && ticked === this.oneTargets.length
    this.allTarget.indeterminate = ticked > 0 && ticked < this.oneTargets.length
  }
}
