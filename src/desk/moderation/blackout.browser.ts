import { Controller } from '@hotwired/stimulus'

type Rect = { x: number; y: number; w: number; h: number }
const edges = ['x', 'y', 'w', 'h'] as const
const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
const round = (value: number) => Math.round(value * 10) / 10

/** Boxes on a picture: drawn, moved and sized by pointer and arrow keys. The number fields hold them; the form sends those. */
export default class extends Controller<HTMLElement> {
  static override targets = ['stage', 'rows', 'row', 'adder', 'remover', 'help']
  static override values = { label: String, max: Number }
  declare readonly stageTarget: HTMLElement
  declare readonly rowsTarget: HTMLElement
  declare readonly rowTargets: HTMLElement[]
  declare readonly adderTarget: HTMLElement
  declare readonly removerTargets: HTMLElement[]
  declare readonly helpTarget: HTMLElement
  declare readonly labelValue: string
  declare readonly maxValue: number
  private drag: { row: HTMLElement; from: { x: number; y: number }; was: Rect; how: 'draw' | 'move' | 'size' } | undefined

  override connect() {
    for (const element of [this.adderTarget, this.helpTarget, ...this.removerTargets]) element.hidden = false
    this.stageTarget.addEventListener('pointerdown', this.press)
    this.stageTarget.addEventListener('pointermove', this.move)
    this.stageTarget.addEventListener('pointerup', this.release)
    this.stageTarget.addEventListener('pointercancel', this.release)
    this.stageTarget.addEventListener('keydown', this.key)
    this.element.addEventListener('input', this.paint)
    this.paint()
  }

  override disconnect() {
    this.stageTarget.removeEventListener('pointerdown', this.press)
    this.stageTarget.removeEventListener('pointermove', this.move)
    this.stageTarget.removeEventListener('pointerup', this.release)
    this.stageTarget.removeEventListener('pointercancel', this.release)
    this.stageTarget.removeEventListener('keydown', this.key)
    this.element.removeEventListener('input', this.paint)
    for (const box of this.boxes()) box.remove()
    for (const row of this.rowTargets) row.hidden = false
    this.rowsTarget.hidden = false
  }

  /** A box in the middle, ready for the arrow keys. */
  add() {
    const row = this.freeRow()
    if (!row) return
    this.write(row, { x: 40, y: 40, w: 20, h: 20 })
    this.boxOf(row)?.focus()
  }

  remove(event: Event) {
    const row = (event.currentTarget as HTMLElement).closest<HTMLElement>('.blackout__row')
    if (row) this.clear(row)
  }

  private boxes = () => [...this.stageTarget.querySelectorAll<HTMLElement>('.blackout__box')]
  private boxOf = (row: HTMLElement) => this.boxes().find((box) => Number(box.dataset.row) === this.rowTargets.indexOf(row))
  private inputs = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input')]

  private read(row: HTMLElement): Rect | undefined {
    const [x, y, w, h] = this.inputs(row).map(({ value }) => (value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'))))
    return [x, y, w, h].every(Number.isFinite) ? { x: x!, y: y!, w: w!, h: h! } : undefined
  }

  private write(row: HTMLElement, rect: Rect) {
    const w = clamp(rect.w, 0.5, 100)
    const h = clamp(rect.h, 0.5, 100)
    const kept = { w, h, x: clamp(rect.x, 0, 100 - w), y: clamp(rect.y, 0, 100 - h) }
    for (const [i, input] of this.inputs(row).entries()) input.value = String(round(kept[edges[i]!]))
    this.paint()
  }

  private clear(row: HTMLElement) {
    for (const input of this.inputs(row)) input.value = ''
    this.adderTarget.focus()
    this.paint()
  }

  /** A row without numbers, or one more as long as there may be more. */
  private freeRow(): HTMLElement | undefined {
    const empty = this.rowTargets.find(this.isEmpty)
    const last = this.rowTargets.at(-1)
    if (empty || !last || this.rowTargets.length >= this.maxValue) return empty
    const row = last.cloneNode(true) as HTMLElement
    const n = String(this.rowTargets.length + 1)
    row.querySelector('.blackout__name')!.textContent = `${this.labelValue} ${n}`
    for (const [i, input] of this.inputs(row).entries()) {
      input.name = `${edges[i]!}[${n}]`
      input.value = ''
    }
    for (const named of row.querySelectorAll('[aria-label]'))
      named.setAttribute('aria-label', (named.getAttribute('aria-label') ?? '').replace(/\d+/, n))
    last.after(row)
    return row
  }

  private paint = () => {
    const had = new Map(this.boxes().map((box) => [box.dataset.row, box]))
    for (const [i, row] of this.rowTargets.entries()) {
      const rect = this.read(row)
      const key = String(i)
      const box = had.get(key) ?? this.newBox(key)
      if (!rect) continue
      had.delete(key)
      if (!box.isConnected) this.stageTarget.append(box)
      Object.assign(box.style, { left: `${rect.x}%`, top: `${rect.y}%`, width: `${rect.w}%`, height: `${rect.h}%` })
      box.setAttribute('aria-label', `${this.labelValue} ${i + 1}: ${edges.map((edge) => rect[edge]).join(' / ')} %`)
    }
    for (const box of had.values()) box.remove()
    this.showRows()
  }

  private isEmpty = (row: HTMLElement) => this.inputs(row).every(({ value }) => value === '')

  /** Empty rows are for those without a script; with it a row comes with its box. One that is emptied by hand stays while it is written in. */
  private showRows() {
    for (const row of this.rowTargets) row.hidden = this.isEmpty(row) && !row.contains(document.activeElement)
    this.rowsTarget.hidden = this.rowTargets.every((row) => row.hidden)
  }

  private newBox(key: string): HTMLElement {
    const box = document.createElement('button')
    box.type = 'button'
    box.className = 'blackout__box'
    box.dataset.row = key
    const grip = document.createElement('span')
    grip.className = 'blackout__grip'
    box.append(grip)
    return box
  }

  private at(event: PointerEvent) {
    const { left, top, width, height } = this.stageTarget.getBoundingClientRect()
    return { x: clamp(((event.clientX - left) / width) * 100, 0, 100), y: clamp(((event.clientY - top) / height) * 100, 0, 100) }
  }

  private press = (event: PointerEvent) => {
    if (event.button !== 0) return
    const target = event.target as HTMLElement
    const box = target.closest<HTMLElement>('.blackout__box')
    const row = box ? this.rowTargets[Number(box.dataset.row)] : this.freeRow()
    if (!row) return
    event.preventDefault()
    box?.focus()
    const from = this.at(event)
    const was = (box && this.read(row)) || { ...from, w: 0, h: 0 }
    const how = !box ? 'draw' : target.classList.contains('blackout__grip') ? 'size' : 'move'
    this.drag = { row, from, was, how }
    this.stageTarget.setPointerCapture(event.pointerId)
  }

  private move = (event: PointerEvent) => {
    if (!this.drag) return
    const { row, from, was, how } = this.drag
    const to = this.at(event)
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    if (how === 'move') return this.write(row, { ...was, x: was.x + dx, y: was.y + dy })
    if (how === 'size') return this.write(row, { ...was, w: Math.min(was.w + dx, 100 - was.x), h: Math.min(was.h + dy, 100 - was.y) })
    // A tap without a way is no box.
    if (Math.abs(dx) < 0.5 || Math.abs(dy) < 0.5) return
    this.write(row, { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(dx), h: Math.abs(dy) })
  }

  private release = () => {
    const row = this.drag?.row
    this.drag = undefined
    if (row) this.boxOf(row)?.focus()
  }

  /** Arrows move, with Shift they size; Delete removes. */
  private key = (event: KeyboardEvent) => {
    const box = (event.target as HTMLElement).closest<HTMLElement>('.blackout__box')
    const row = box ? this.rowTargets[Number(box.dataset.row)] : undefined
    const rect = row && this.read(row)
    if (!row || !rect) return
    const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const step = steps[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') this.clear(row)
    else if (!step) return
    else if (event.shiftKey)
      this.write(row, { ...rect, w: Math.min(rect.w + step[0], 100 - rect.x), h: Math.min(rect.h + step[1], 100 - rect.y) })
    else this.write(row, { ...rect, x: rect.x + step[0], y: rect.y + step[1] })
    event.preventDefault()
    event.stopPropagation()
  }
}
