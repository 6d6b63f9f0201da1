import { frame, href } from '#platform/view.ts'

/** The town's colour if it is a plain hex value; it goes into an SVG attribute, because pages carry no inline styles. */
export const townColour = (): string => {
  const colour = frame().town?.colour
  return colour && /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#2044aa'
}

/** The two shapes of a plain shield, in a box of 40 × 44. */
export const shieldPaths = [
  'M3 2h34v20c0 11-9 17-17 20C12 39 3 33 3 22V2Z',
  'M10 27V15l4 3 6-6 6 6 4-3v12h-7v-4a3 3 0 0 0-6 0v4h-7Z',
] as const

/** The coat of arms, or a plain shield in the town's colour. */
export function CoatOfArms({ size = 44 }: { size?: number }) {
  const url = frame().town?.coatOfArmsUrl
  if (url) return <img class="coat-of-arms" src={href(url)} alt="" width={size} height={size} />
  return (
    <svg class="coat-of-arms" viewBox="0 0 40 44" width={size} height={size} aria-hidden="true">
      <path d={shieldPaths[0]} fill={townColour()} stroke="#fff" stroke-width="2" />
      <path d={shieldPaths[1]} fill="#fff" />
    </svg>
  )
}

/** A thin band in the town's colour. */
export const TownBand = () => (
  <svg class="town-band" width="100%" height="4" aria-hidden="true">
    <rect width="100%" height="4" fill={townColour()} />
  </svg>
)
