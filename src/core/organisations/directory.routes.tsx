import { get } from '#platform/http/route.ts'
import { DirectoryPage, TownHallPage } from './directory.view.tsx'
import { openingsShown } from './opening.read.ts'
import { organisationsOf } from './organisation.sql.ts'

const tags = (town: string) => [`${town}:organisation`]

export const directoryRoutes = [
  get('/rathaus', {
    may: 'everyone',
    audience: 'public',
    summary: 'Departments and teams of the town hall and how to reach them',
    cache: tags,
    show: async (ctx) => {
      const units = await organisationsOf(ctx, ['authority', 'department', 'team'])
      return <TownHallPage units={units} hours={await openingsShown(ctx, units)} locale={ctx.locale} />
    },
  }),
  get('/vereine-und-betriebe', {
    may: 'everyone',
    audience: 'public',
    summary: 'Clubs and businesses that are on the platform',
    cache: tags,
    show: async (ctx) => <DirectoryPage all={await organisationsOf(ctx, ['club', 'business'])} locale={ctx.locale} />,
  }),
]
