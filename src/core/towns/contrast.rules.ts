/** Relative luminance of `#rrggbb`, 0 black … 1 white (WCAG 2.2, definition of relative luminance). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 … 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** White words and the shield's drawing stand on the town's colour: WCAG 1.4.3 asks for 4.5. */
export const READABLE = 4.5

/** Whether white can be read on this colour. Anything else than `#rrggbb` is judged elsewhere. */
export const readable = (colour: string): boolean => !/^#[0-9a-f]{6}$/.test(colour) || contrast(colour, '#ffffff') >= READABLE
