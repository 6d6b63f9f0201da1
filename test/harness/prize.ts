import type { Client } from 'pg'
import type { Seen, Visitor } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'

/** One thing that many want at once. `winners` of the takers may have it, and `left` says what there is afterwards. */
export type Prize = {
  takers: (() => Promise<Seen>)[]
  /** Undefined where it depends on the order. */
  winners: number | undefined
  left: () => Promise<unknown>
  expected: unknown
}
export type Kind = { what: string; prepare: (takers: number) => Promise<Prize> }

/** Who is refused is told in few words. */
export const json = { accept: 'application/json' }

export const many = (size: number, take: (nth: number) => Promise<Seen>): (() => Promise<Seen>)[] =>
  Array.from({ length: size }, (_, each) => () => take(each))

let nth = 0
export const someone = (): string => `taker${++nth}@example.org`

/** Another tab of the same browser, from another address. */
export function tabOf({ program }: BusyTown, from: Visitor): Visitor {
  const visitor = program.visitor({ address: `198.51.100.${++nth % 250}` })
  for (const [name, value] of from.cookies) visitor.cookies.set(name, value)
  return visitor
}

export const counted = async (client: Client, query: string, values: unknown[]): Promise<number> =>
  Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${query}`, values)).rows[0]!.n)
