/** A copy of what a template holds. */
export function cloned(template: HTMLTemplateElement): HTMLElement {
  const element = template.content.firstElementChild?.cloneNode(true)
  if (!(element instanceof HTMLElement)) throw new Error('the template is empty')
  return element
}

export const partOf = (item: HTMLElement, name: string): HTMLElement => item.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? item

/** Words for a part; without any it stays hidden. */
export function fill(item: HTMLElement, name: string, words: string | undefined): void {
  const part = partOf(item, name)
  part.textContent = words ?? ''
  part.hidden = !words
}

export function items(list: HTMLElement, lines: readonly string[]): void {
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    }),
  )
}

/** Pictures that lie on the device; `label` counts them (`{n}`). */
export function pictures(box: HTMLElement, blobs: readonly Blob[], label: string): void {
  box.hidden = blobs.length === 0
  box.replaceChildren(
    ...blobs.map((blob, i) => {
      const picture = new Image()
      picture.alt = label.replace('{n}', String(i + 1))
      picture.src = URL.createObjectURL(blob)
      picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true })
      return picture
    }),
  )
}
