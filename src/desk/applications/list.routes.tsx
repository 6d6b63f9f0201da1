import { listRoutesOf } from '../worklist/index.ts'
import { exported } from './export.ts'
import { allApplications, applicationList } from './list.read.ts'
import { ListPage } from './list.view.tsx'
import { applicationAddress, ListQuery } from './list-query.rules.ts'

export const listRoutes = listRoutesOf({
  kind: 'application',
  may: 'application.see',
  summary: 'The work list of applications',
  address: applicationAddress,
  schema: ListQuery,
  page: async (ctx, query, attempt) => <ListPage list={await applicationList(ctx, query)} {...attempt} />,
  table: async (ctx, query) => exported(ctx, await allApplications(ctx, query)),
  file: 'deskApplications.file',
})
