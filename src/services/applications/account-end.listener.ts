import { AccountDeleted } from '#core/accounts/index.ts'
import type { Listener } from '#platform/module.ts'
import { deleteDraftsOfPersons } from './draft.sql.ts'
import { afterDrafts } from './drop-drafts.ts'
import { deleteReusesOf } from './reuse/reuse.sql.ts'

/** What somebody began and did not send goes with her account, with the links to sign it; what she sent stays at the office. */
export const accountEnd: Listener = {
  name: 'application.draftsOfDeletedAccount',
  kinds: [AccountDeleted.kind],
  react: async (ctx, { about }) => {
    const persons = about.flatMap(({ type, id }) => (type === 'person' ? [id] : []))
    if (persons.length === 0) return
    await afterDrafts(ctx, await deleteDraftsOfPersons(ctx, persons))
    await deleteReusesOf(ctx, persons)
  },
}
