/** Chance that can be repeated: the same seed gives the same sequence on every machine. Not for secrets. */
export type Seeded = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** A number in [low, high). */
  between: (low: number, high: number) => number
  /** True with the given probability (0…1). */
  chance: (probability: number) => boolean
  /** One of the items; throws on an empty list. */
  pick: <T>(items: readonly T[]) => T
  /** One of the items, each as likely as its weight says; throws when all weights are 0. */
  weighted: <T>(items: readonly T[], weight: (item: T) => number) => T
  /** A shuffled copy. */
  shuffle: <T>(items: readonly T[]) => T[]
}

/** Hash of a text to 32 bits (FNV-1a), to derive independent seeds from names. */
export function seedOf(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of parts.join('\u0000')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** A generator of its own for `parts`; the numbers come from mulberry32 (Tommy Ettinger's public-domain mixer). */
export function seeded(...parts: (string | number)[]): Seeded {
  let state = seedOf(...parts)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))

  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  function weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    let left = next() * items.reduce((sum, item) => sum + weight(item), 0)
    for (const item of items) {
      left -= weight(item)
      if (left < 0) return item
    }
    throw new Error('nothing to pick from')
  }

  function shuffle<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, key: next() }))
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
  }

  return { next, int, between: (low, high) => low + next() * (high - low), chance: (p) => next() < p, pick, weighted, shuffle }
}
