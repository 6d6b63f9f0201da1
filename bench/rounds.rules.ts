/** A figure of several rounds: the middle one, and the least and most. */
export type Spread = { median: number; min: number; max: number }

/** Nearest rank: the smallest value that at least `percent` in a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** The middle; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** Two runs differ at least so much by themselves. */
export const LEAST_NOISE = 0.03

/** How far a figure strays between rounds, as a part of its middle. */
const strayOf = ({ median: middle, min, max }: Spread): number => (middle > 0 ? (max - min) / middle : 0)

export type Difference = { ratio: number; beyondNoise: boolean; better: boolean }

/** New against old. It is beyond noise only if the rounds of both do not overlap and it moved by more than either strayed. */
export function differs(before: Spread, after: Spread, moreIsBetter: boolean): Difference {
  const ratio = before.median > 0 ? after.median / before.median : Number.NaN
  const noise = Math.max(LEAST_NOISE, strayOf(before), strayOf(after))
  const apart = after.min > before.max || after.max < before.min
  return { ratio, beyondNoise: apart && Math.abs(ratio - 1) > noise, better: moreIsBetter ? ratio > 1 : ratio < 1 }
}
