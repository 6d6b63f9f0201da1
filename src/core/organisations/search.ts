import type { Searcher } from '#platform/module.ts'
import { nameIn, type OrganisationKind } from './organisation.rules.ts'
import { organisationsLike } from './organisation.sql.ts'

/** Below this a name only shares some letters with the words. */
const SOUNDS_LIKE = 0.45

const pathOf = (kind: OrganisationKind, id: string) =>
  `/${['business', 'club', 'contractor'].includes(kind) ? 'vereine-und-betriebe' : 'rathaus'}#${id}`

/** Departments, clubs and businesses of the town: everybody may know that they are there and how to reach them. */
export const organisationSearcher: Searcher = {
  kind: 'organisations.search',
  may: 'everyone',
  find: async (ctx, words, limit) =>
    (await organisationsLike(ctx, words, limit))
      .filter(({ score, kind }) => score >= SOUNDS_LIKE && kind !== 'contractor')
      .map((found) => ({
        path: pathOf(found.kind, found.id),
        title: nameIn(found, ctx.locale),
        text: found.description,
        kind: `organisation.kind.${found.kind}`,
        score: found.score,
      })),
}
