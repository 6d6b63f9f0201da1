import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { alike, isProposed, metresBetween, similarity } from '../src/services/reports/similarity.rules.ts'

/** A report of the labelled set; `day` counts from any beginning. */
const Labelled = z.object({
  category: z.string(),
  group: z.string(),
  radiusM: z.number(),
  text: z.string(),
  lat: z.number(),
  lon: z.number(),
  day: z.number(),
})
/** Two reports, whether they mean the same damage, and whether the older one is still open. */
const Pair = z.object({
  same: z.boolean(),
  why: z.string(),
  open: z.boolean(),
  sameAsset: z.boolean().default(false),
  older: Labelled,
  newer: Labelled,
})
export type Pair = z.output<typeof Pair>

export const labelledPairs = (): Pair[] =>
  z.array(Pair).parse(JSON.parse(readFileSync(fileURLToPath(new URL('duplicates.json', import.meta.url)), 'utf8')))

/** Whether the older report is shown to who writes the newer one, by the rules of similar.ts. */
export function proposes({ older, newer, open, sameAsset }: Pair): boolean {
  const compared = {
    distanceM: metresBetween(older, newer),
    radiusM: newer.radiusM,
    sameAsset,
    category: older.category === newer.category ? 'same' : older.group === newer.group ? 'sameGroup' : 'other',
    text: alike(older.text, newer.text),
    ageDays: Math.max(0, newer.day - older.day),
    open,
  } as const
  return isProposed(compared, similarity(compared))
}

export type DuplicateFigures = { pairs: number; recall: number; wrong: number; missed: Pair[]; wronglyShown: Pair[] }

/** `recall`: share of the same that are shown. `wrong`: share of the shown that are not the same. */
export function duplicateFigures(pairs: readonly Pair[] = labelledPairs()): DuplicateFigures {
  const shown = pairs.filter(proposes)
  const same = pairs.filter((pair) => pair.same)
  const wronglyShown = shown.filter((pair) => !pair.same)
  const missed = same.filter((pair) => !shown.includes(pair))
  return {
    pairs: pairs.length,
    recall: 1 - missed.length / same.length,
    wrong: shown.length === 0 ? 0 : wronglyShown.length / shown.length,
    missed,
    wronglyShown,
  }
}

export function sayDuplicates(say: (text: string) => void): void {
  const { pairs, recall, wrong, missed, wronglyShown } = duplicateFigures()
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  say(`duplicates: ${pairs} labelled pairs, recall ${percent(recall)}, wrong proposals ${percent(wrong)}`)
  for (const { why, older, newer } of missed) say(`  missed: ${why}: ${older.text} | ${newer.text}`)
  for (const { why, older, newer } of wronglyShown) say(`  wrong:  ${why}: ${older.text} | ${newer.text}`)
}
