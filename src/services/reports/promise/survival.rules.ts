/** How many reports took so many whole days: `finished` were done on that day, `open` are known to have taken at least so long. */
export type Spell = { days: number; finished: number; open: number }

/** Days after which half and nine tenths were done; p90 is undefined where that many never were. `n` counts open ones too. */
export type Estimate = { p50: number | undefined; p90: number | undefined; n: number; finished: number }

/** Shares are products of fractions; what differs by less is equal. */
const NEARLY = 1e-9

/**
 * Quantiles by the product-limit estimate (Kaplan and Meier 1958): an open report counts as "at least this long" instead of being
 * left out, which would make every town look quick. Days may come in any order and more than once.
 */
export function estimate(spells: readonly Spell[]): Estimate {
  const byDay = new Map<number, { finished: number; open: number }>()
  let n = 0
  let allFinished = 0
  for (const { days, finished, open } of spells) {
    const at = byDay.get(days) ?? { finished: 0, open: 0 }
    byDay.set(days, { finished: at.finished + finished, open: at.open + open })
    n += finished + open
    allFinished += finished
  }
  let atRisk = n
  let share = 1
  let p50: number | undefined
  let p90: number | undefined
  for (const [days, { finished, open }] of [...byDay].sort(([a], [b]) => a - b)) {
    // Who is open after this day was still at risk on it.
    if (finished > 0) share *= 1 - finished / atRisk
    if (share <= 0.5 + NEARLY) p50 ??= days
    if (share <= 0.1 + NEARLY) p90 ??= days
    atRisk -= finished + open
  }
  return { p50, p90, n, finished: allFinished }
}
