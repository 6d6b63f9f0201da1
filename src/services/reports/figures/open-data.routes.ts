import { get } from '#platform/http/route.ts'
import { dataFile } from '#platform/open-data/file.ts'
import { reportData } from './open-data.ts'

export const openDataRoutes = [
  get('/meldungen.csv', {
    may: 'everyone',
    audience: 'public',
    summary:
      'Open data: every public report as one line, without anything personal; the figures of /meldungen/zahlen are counted from these lines',
    limit: [{ points: 20, seconds: 300, per: 'network' }],
    show: async (ctx, asked) => {
      const reports = (await reportData(ctx)).find(({ name }) => name === 'meldungen')
      return reports && dataFile(ctx, reports, 'csv', asked)
    },
  }),
]
