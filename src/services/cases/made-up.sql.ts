import { type RawBuilder, sql } from 'kysely'

// Values of very many cases for measuring, made inside the database from the number `i` of a row, a purpose and a seed: nothing is
// random, the same seed gives the same ones.

/** A whole number from 0 on below `below`, the same for the same row, purpose and seed. */
export const chance = (seed: number, purpose: string, below: number): RawBuilder<number> =>
  sql`((hashtextextended(i::text || ${purpose}, ${seed}::bigint) & 9007199254740991) % ${sql.lit(below)})`

/** A UUID of version 7 with the row's time, so that rows lie in the index as real ones would. */
export const idAt = (at: RawBuilder<unknown>, purpose: string, seed: number): RawBuilder<string> =>
  sql`(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text || ${purpose} || ${seed}::text), 1, 3)
    || '8' || substr(md5(i::text || ${purpose} || ${seed}::text), 4, 15))::uuid`

/** The characters of speakable codes (platform/ids.ts). */
const letters = '234679ACDEFGHJKMNPQRTWXYZ'
/** Number of all numbers, and a step without a common divisor: it visits each number once. */
const [all, stride] = [25 ** 8, 61_803_398_877]

/** A case number that no other row has. */
export const numberOf = (kind: string, seed: number): RawBuilder<string> => {
  const digit = (at: number) => sql`substr(${letters}, (trunc(n / ${sql.lit(25 ** at)}) % 25)::int + 1, 1)`
  const four = (first: number) => sql`${digit(first)} || ${digit(first + 1)} || ${digit(first + 2)} || ${digit(first + 3)}`
  return sql`(SELECT ${kind}::text || '-' || ${four(0)} || '-' || ${four(4)} FROM (SELECT trunc((i::numeric * ${sql.lit(stride)} + ${sql.lit(seed)}) % ${sql.lit(all)}) AS n) number)`
}
