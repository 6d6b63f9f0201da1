import { z } from 'zod'
import { redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { safePath } from '../safe-path.ts'

const YEAR = 31_536_000

/** Choices that need no account: a cookie and nothing else. They only lead on inside the town. */
export const preferenceRoutes = [
  get('/sprache', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ zu: z.enum(['de', 'en']), weiter: z.string().optional() }),
    show: (_, { query }) => redirect(safePath(query.weiter), 302, [{ name: 'sprache', value: query.zu, maxAge: YEAR }]),
  }),
  get('/darstellung', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ zu: z.enum(['auto', 'light', 'dark']), weiter: z.string().optional() }),
    show: (_, { query }) => redirect(safePath(query.weiter), 302, [{ name: 'farbe', value: query.zu, maxAge: YEAR }]),
  }),
]
