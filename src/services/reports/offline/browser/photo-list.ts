import { placeOf, placeText, shrunk } from '#core/files/browser/index.ts'
import type { WrittenPhoto } from '#core/offline/browser/index.ts'

/** A chosen photo, made small, with the place where it was taken. */
export async function photoFrom(file: File): Promise<{ photo: WrittenPhoto; place: Awaited<ReturnType<typeof placeOf>> }> {
  const place = await placeOf(file)
  const about = { kinds: 'image', ...(place ? { taken: placeText(place) } : {}) }
  return { photo: { field: 'photos', name: file.name, blob: await shrunk(file), about }, place }
}

/** One photo in the list; the markup comes from the page's template. */
export function photoItem(template: HTMLTemplateElement, { name, blob }: WrittenPhoto): HTMLLIElement {
  const item = template.content.firstElementChild?.cloneNode(true)
  if (!(item instanceof HTMLLIElement)) throw new Error('the template holds no list item')
  const part = (of: string) => item.querySelector(`[data-part="${of}"]`)
  const words = part('name')
  if (words) words.textContent = name
  part('remove')?.setAttribute('aria-label', `${part('remove')?.textContent?.trim()}: ${name}`)
  const picture = new Image()
  picture.alt = ''
  picture.src = URL.createObjectURL(blob)
  // Some kinds cannot be shown by every browser; the sheet of paper then stays.
  picture.addEventListener('load', () => {
    part('picture')?.replaceChildren(picture)
    URL.revokeObjectURL(picture.src)
  })
  return item
}
