import { z } from 'zod'

/** More than faces and plates on one photo need. */
export const MAX_BOXES = 40

const percent = z.number().min(0).max(100)

/** A black rectangle, in percent of the picture's width and height, from its upper left corner. */
export const Box = z
  .object({ x: percent, y: percent, w: percent.positive(), h: percent.positive() })
  // A hair over the edge comes from rounding.
  .refine(({ x, y, w, h }) => x + w <= 100.1 && y + h <= 100.1)
export type Box = z.output<typeof Box>

export const Boxes = z.array(Box).max(MAX_BOXES)

/** The pixels a box covers: never less than was drawn, never beyond the edge. */
export function pixelsOf({ x, y, w, h }: Box, width: number, height: number): { left: number; top: number; right: number; bottom: number } {
  const part = (value: number, of: number) => (value / 100) * of
  return {
    left: Math.max(0, Math.floor(part(x, width))),
    top: Math.max(0, Math.floor(part(y, height))),
    right: Math.min(width, Math.ceil(part(x + w, width))),
    bottom: Math.min(height, Math.ceil(part(y + h, height))),
  }
}
