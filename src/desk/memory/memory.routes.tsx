import { get } from '#platform/http/route.ts'
import { recall, remembered } from './memory.read.ts'
import { MemoryQuery, Older, Subject } from './memory.rules.ts'
import { MemoryPage, RememberedPage } from './memory.view.tsx'

export const memoryRoutes = [
  get('/amt/gedaechtnis', {
    may: 'memory.see',
    audience: 'staff',
    summary: 'What the town remembers',
    query: MemoryQuery,
    show: async (ctx, { query }) => <MemoryPage words={query.q} hits={await recall(ctx, query.q)} />,
  }),

  get('/amt/gedaechtnis/:kind/:id', {
    may: 'memory.see',
    audience: 'staff',
    summary: 'Everything that happened to a case, person, organisation or thing',
    params: Subject,
    query: Older,
    show: async (ctx, { params, query }) => {
      const found = await remembered(ctx, params.kind, params.id, query.vor)
      return found && <RememberedPage found={found} />
    },
  }),
]
