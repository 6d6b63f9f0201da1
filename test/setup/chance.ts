import { type Seeded, seeded } from '#platform/seeded.ts'

/** Names the run: `HARNESS_SEED=…` repeats it. `npm test` makes the same choices every time, so that it says something about the change. */
export const HARNESS_SEED: string = process.env.HARNESS_SEED ?? (process.env.HARNESS_SIZE === 'long' ? String(Date.now()) : '1')

/** Chance for one purpose. */
export const chanceFor = (...purpose: (string | number)[]): Seeded => seeded(HARNESS_SEED, ...purpose)

/** How much is tried: `quick` in `npm test`, `long` in `npm run test:long`, or what the environment says. */
export const sizeOf = (name: string, quick: number, long: number = quick): number =>
  Number(process.env[`HARNESS_${name}`] ?? (process.env.HARNESS_SIZE === 'long' ? long : quick))

/** Runs `work` for each, `lanes` at a time. */
export async function atOnce<T>(lanes: number, items: Iterable<T>, work: (item: T, index: number) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  let index = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value, index++)
    }),
  )
}
