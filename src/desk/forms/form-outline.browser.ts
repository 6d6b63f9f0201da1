import { Controller } from '@hotwired/stimulus'

/** Fields are dragged to another place; the buttons beside them do the same without a mouse. */
export default class extends Controller<HTMLElement> {
  static override targets = ['item', 'list', 'form', 'key', 'home', 'before']
  declare readonly itemTargets: HTMLElement[]
  declare readonly formTarget: HTMLFormElement
  declare readonly keyTarget: HTMLInputElement
  declare readonly homeTarget: HTMLInputElement
  declare readonly beforeTarget: HTMLInputElement
  private dragged: HTMLElement | undefined

  itemTargetConnected(item: HTMLElement) {
    item.draggable = true
    item.classList.add('builder-item--drags')
    item.addEventListener('dragstart', this.begin)
    item.addEventListener('dragend', this.end)
  }

  listTargetConnected(list: HTMLElement) {
    list.addEventListener('dragover', this.over)
    list.addEventListener('drop', this.drop)
  }

  private begin = (event: DragEvent) => {
    const item = event.currentTarget as HTMLElement
    event.stopPropagation()
    this.dragged = item
    item.classList.add('builder-item--dragged')
    event.dataTransfer?.setData('text/plain', item.dataset.key ?? '')
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  }

  private end = () => {
    this.dragged?.classList.remove('builder-item--dragged')
    this.dragged = undefined
    this.clear()
  }

  private over = (event: DragEvent) => {
    const list = event.currentTarget as HTMLElement
    if (!this.dragged || this.dragged.contains(list)) return
    event.preventDefault()
    event.stopPropagation()
    this.clear()
    const before = this.itemBelow(list, event.clientY)
    if (before) before.classList.add('builder-item--before')
    else list.classList.add('builder-items--end')
  }

  private drop = (event: DragEvent) => {
    const list = event.currentTarget as HTMLElement
    if (!this.dragged || this.dragged.contains(list)) return
    event.preventDefault()
    event.stopPropagation()
    const before = this.itemBelow(list, event.clientY)
    this.keyTarget.value = this.dragged.dataset.key ?? ''
    this.homeTarget.value = list.dataset.home ?? ''
    this.beforeTarget.value = before?.dataset.key ?? ''
    this.formTarget.requestSubmit()
  }

  /** The first of the list's own items that begins below the pointer. */
  private itemBelow(list: HTMLElement, y: number): HTMLElement | undefined {
    return [...list.children].find((child): child is HTMLElement => {
      const { top, height } = child.getBoundingClientRect()
      return child instanceof HTMLElement && child !== this.dragged && y < top + height / 2
    })
  }

  private clear() {
    for (const marked of this.element.querySelectorAll('.builder-item--before, .builder-items--end'))
      marked.classList.remove('builder-item--before', 'builder-items--end')
  }
}
