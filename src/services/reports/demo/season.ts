/**
 * How often something is reported, by month from January to December; 1 is an ordinary month of an ordinary category.
 * Our own estimate of a Central European year.
 */
const even = (often: number): readonly number[] => Array.from({ length: 12 }, () => often)

export const seasons: Readonly<Record<string, readonly number[]>> = {
  pothole: [4, 5, 5, 3, 1.5, 1, 0.8, 0.8, 1, 1.2, 1.8, 3],
  sidewalk: even(1.6),
  bikeway: [0.4, 0.5, 0.9, 1.2, 1.4, 1.5, 1.4, 1.3, 1.2, 0.9, 0.5, 0.3],
  winter: [4, 4, 1.2, 0, 0, 0, 0, 0, 0, 0, 0.8, 3.5],
  marking: even(0.7),
  site: [0.2, 0.3, 0.7, 0.9, 1, 1, 1, 1, 1, 0.9, 0.6, 0.2],
  lamp: [3.6, 3, 2.2, 1.5, 1, 0.8, 0.8, 1, 1.8, 2.8, 3.8, 4],
  signal: even(0.9),
  darkspot: [1.1, 0.8, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.4, 0.8, 1.1, 1.2],
  dump: [2, 2, 2.5, 2.8, 2.6, 2.4, 2.4, 2.4, 2.4, 2.2, 1.8, 1.8],
  bin: [0.8, 0.6, 1, 1.5, 2, 2.4, 2.6, 2.4, 1.6, 0.9, 0.6, 0.8],
  dogwaste: [0.9, 0.9, 1, 1, 0.9, 0.8, 0.7, 0.7, 0.8, 0.8, 0.8, 0.9],
  glass: [1, 0.5, 0.6, 0.9, 1.3, 1.5, 1.5, 1.4, 1, 0.7, 0.5, 0.9],
  container: [2, 0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 1.8],
  graffiti: even(1.1),
  tree: [1, 1.1, 1, 0.8, 0.9, 1.3, 1.5, 1.5, 1.2, 1.5, 1.2, 0.9],
  hedge: [0, 0, 0, 0.3, 1.2, 1.8, 2, 1.8, 1.2, 0.6, 0, 0],
  weeds: [0, 0, 0, 0.5, 1.3, 1.6, 1.6, 1.5, 0.8, 0, 0, 0],
  pest: [0.2, 0.2, 0.3, 0.5, 1.2, 1.8, 2.6, 2.8, 1.4, 0.4, 0.2, 0.2],
  leaves: [0, 0, 0, 0, 0, 0, 0, 0, 0.8, 4, 3.6, 0.4],
  playground: [0.3, 0.4, 1.2, 2, 2.2, 2.2, 2, 2, 1.6, 1, 0.5, 0.3],
  sports: [0.2, 0.3, 0.7, 1, 1.2, 1.2, 1.1, 1.1, 0.9, 0.6, 0.3, 0.2],
  gully: [0.8, 0.8, 0.8, 0.8, 1.2, 1.8, 2, 1.8, 1, 1.6, 1.5, 0.9],
  fountain: [0, 0, 0, 0.3, 1.2, 1.6, 2, 1.8, 0.8, 0, 0, 0],
  stream: [0.5, 0.5, 0.6, 0.6, 0.8, 1.1, 1.2, 1.2, 0.7, 0.4, 0.3, 0.4],
  sign: even(1.1),
  parking: even(1.2),
  scooter: [0.5, 0.6, 0.9, 1.2, 1.4, 1.6, 1.6, 1.6, 1.4, 1, 0.6, 0.4],
  wreck: even(0.8),
  bench: [0.2, 0.3, 0.8, 1.2, 1.3, 1.3, 1.2, 1.1, 1, 0.6, 0.3, 0.2],
  shelter: even(0.9),
  building: even(0.7),
  access: even(0.8),
  other: even(0.6),
}

/** Month (1 to 12) of the day so many days before `today`. */
export const monthOf = (today: Date, daysAgo: number): number => new Date(today.getTime() - daysAgo * 86_400_000).getUTCMonth() + 1

/** The number of days nearest to `wanted` that falls into one of the months; at least 21, so that a story has had time to end. */
export function daysAgoIn(months: readonly number[], today: Date, wanted: number): number {
  for (let distance = 0; distance < 366; distance++) {
    for (const days of [wanted - distance, wanted + distance])
      if (days >= 21 && days <= 365 && months.includes(monthOf(today, days))) return days
  }
  return wanted
}

/** @param month 1 to 12 */
export const oftenIn = (category: string, month: number): number => seasons[category]?.[month - 1] ?? 0
