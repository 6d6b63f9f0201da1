/** A sheet of A4 has 3 × 8 labels of 70 × 37 mm. */
export const PER_SHEET = 24
/** Ten sheets at a time: a page that browsers still print without trouble. */
export const MOST_LABELS = 240

/** Numbers as people list them: by lines, commas, semicolons or blanks; `L 10001` is one. */
export const readNumbers = (text: string): string[] => [...new Set(text.match(/\p{L}+[^\S\n]\d[\w-]*|[^\s,;]+/gu) ?? [])]

/** Labels by sheets. On the first one, `first` is the label to begin with: those before it are used up and stay empty. */
export function sheetsOf<Label>(labels: readonly Label[], first: number): (Label | undefined)[][] {
  if (labels.length === 0) return []
  const places = [...Array<undefined>(first - 1).fill(undefined), ...labels]
  return Array.from({ length: Math.ceil(places.length / PER_SHEET) }, (_, i) => places.slice(i * PER_SHEET, (i + 1) * PER_SHEET))
}
