import { redirect } from '#platform/http/reply.ts'
import { get, type Route } from '#platform/http/route.ts'
import { categories } from '#services/reports/index.ts'
import { AboutPage } from './about.view.tsx'
import { ABOUT_PATH, ROOT } from './paths.ts'
import { offered } from './service.rules.ts'

export const aboutRoutes: readonly Route[] = [
  // Whoever opens the root of the interface wants to know what it is.
  ...[ROOT, `${ROOT}/`].map((path) => get(path, { may: 'everyone', audience: 'internal', show: () => redirect(ABOUT_PATH) })),
  get(ABOUT_PATH, {
    may: 'everyone',
    audience: 'public',
    summary: 'Open311, explained for people who write programs',
    cache: (town) => [`${town}:town`, `${town}:catalogue`],
    show: async (ctx) => {
      const [first] = offered(await categories(ctx))
      const attributes = (first?.questions ?? []).filter(({ required }) => required).map(({ code }) => `attribute[${code}]=…`)
      return <AboutPage town={ctx.town} example={{ service: first?.code ?? '…', attributes }} />
    },
  }),
]
