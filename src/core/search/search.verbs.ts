import { type Ctx, may } from '#platform/context.ts'
import type { Searcher } from '#platform/module.ts'
import { hasText } from '#platform/text.ts'
import { type Group, ranked } from './search.rules.ts'

let searchers: readonly Searcher[] = []

/** Called once by the composition: where can be searched. */
export function setSearchers(all: readonly Searcher[]): void {
  const nameless = all.find(({ kind }) => !hasText(kind))
  if (nameless) throw new Error(`the kind of a searcher is a text key, and there is no text for ${nameless.kind}`)
  searchers = all
}

const PER_GROUP = 8
/** Longer ones find nothing more and only cost. */
export const MAX_WORDS = 200

/** Everything this actor may find for some words, grouped by kind; nothing for fewer than two characters. */
export async function searchEverywhere(ctx: Ctx, asked: string): Promise<Group[]> {
  const words = asked.trim().replace(/\s+/g, ' ').slice(0, MAX_WORDS)
  if (words.length < 2) return []
  const groups: Group[] = []
  // One after the other: they share one connection.
  for (const { kind, may: permission, find } of searchers)
    if (may(ctx, permission)) groups.push({ kind, hits: await find(ctx, words, PER_GROUP) })
  return ranked(groups)
}
