/** One file in the list: its picture, name, progress, words and buttons. The markup comes from the page's template. */
export class Item {
  readonly element: HTMLLIElement
  private readonly parts: Map<string, HTMLElement>
  private address: string | undefined

  constructor(template: HTMLTemplateElement, file: File, removeLabel: string) {
    const element = template.content.firstElementChild?.cloneNode(true)
    if (!(element instanceof HTMLLIElement)) throw new Error('the template holds no list item')
    this.element = element
    const found = [...element.querySelectorAll<HTMLElement>('[data-part]')]
    this.parts = new Map(found.map((part) => [part.dataset.part ?? '', part]))
    this.part('name').textContent = file.name
    this.part('remove').setAttribute('aria-label', removeLabel)
    this.show(file)
    this.state('running', '')
  }

  part(name: string): HTMLElement {
    const part = this.parts.get(name)
    if (!part) throw new Error(`no ${name} in the template`)
    return part
  }

  private show(file: File): void {
    if (!file.type.startsWith('image/')) return
    const picture = new Image()
    picture.alt = ''
    this.address = URL.createObjectURL(file)
    picture.src = this.address
    // Some kinds cannot be shown by every browser; the sheet of paper then stays.
    picture.addEventListener('load', () => this.part('picture').replaceChildren(picture))
  }

  progress(percent: number): void {
    const bar = this.part('progress')
    if (bar instanceof HTMLProgressElement) bar.value = percent
  }

  /** What the server refused stays refused: trying again is offered only after other failures. */
  state(state: 'running' | 'done' | 'failed', words: string, again = false): void {
    this.element.classList.toggle('upload__item--done', state === 'done')
    this.element.classList.toggle('upload__item--failed', state === 'failed')
    this.part('progress').hidden = state !== 'running'
    this.part('again').hidden = !again
    this.part('message').textContent = words
  }

  forget(): void {
    if (this.address) URL.revokeObjectURL(this.address)
  }
}
