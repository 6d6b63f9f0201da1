import type { Mutant } from './mutant.ts'

export default {
  promise: 18,
  check: 'test/harness/looking.test.ts',
  fault: 'a page writes when it is looked at',
  edits: [
    {
      file: 'src/platform/http/read.ts',
      find: 'inContext<Shown | Later>(house, openingOf(house, asked, true)',
      put: 'inContext<Shown | Later>(house, openingOf(house, asked, false)',
    },
    {
      file: 'src/core/organisations/organisation.sql.ts',
      find: "  const row = await own(ctx).where('id', '=', id).executeTakeFirst()",
      put: "  await ctx.db.updateTable('core.organisation').set({ phone: 'seen' }).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()\n  const row = await own(ctx).where('id', '=', id).executeTakeFirst()",
    },
  ],
  says: /core\.organisation/,
} satisfies Mutant
