import type { Ctx } from '#platform/context.ts'
import type { Searcher, SearchHit } from '#platform/module.ts'
import { type Case, deskCases, type PublicCase, publicCases } from '../cases/index.ts'

const hitOf =
  (path: string) =>
  (it: PublicCase | Case, at: number): SearchHit => ({
    path: `${path}/${it.number}`,
    title: `${it.title}, ${it.placeLabel}`,
    text: it.publicText || it.number,
    kind: 'report.search.kind',
    at: it.receivedAt,
    score: 1 / (1 + at),
  })

const find = async (ctx: Ctx, text: string, limit: number) =>
  (await publicCases(ctx, { kind: 'report', text }, { limit })).items.map(hitOf('/meldungen'))

const findAtDesk = async (ctx: Ctx, text: string, limit: number) =>
  (await deskCases(ctx, { kind: 'report', tab: 'all', text }, { limit })).items.map(hitOf('/amt/meldungen'))

/** Everybody finds what is public; staff finds all, by the words of the original too. */
export const reportSearchers: readonly Searcher[] = [
  { kind: 'report.search.public', may: 'everyone', find },
  { kind: 'report.search.desk', may: 'report.see', find: findAtDesk },
]
