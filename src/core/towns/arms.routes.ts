import { registerFileReaders } from '#core/files/index.ts'
import { shutIn } from '#platform/http/answer.ts'
import { Reply, redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { ownTown } from './town.sql.ts'

registerFileReaders('town', async (_, __, audience) => audience === 'public')

/** As an image nothing in it can run; opened as a page of its own it is shut in as well. */
const headers = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': shutIn,
  'cache-control': 'public, max-age=86400',
}

export const armsRoutes = [
  get('/wappen.svg', {
    may: 'everyone',
    audience: 'public',
    summary: 'The coat of arms of the town',
    show: async (ctx) => {
      const { coat_of_arms: arms } = await ownTown(ctx)
      if (!arms) return undefined
      return arms.startsWith('file:') ? redirect(`/dateien/${arms.slice(5)}/small`, 302) : new Reply(arms, 200, headers)
    },
  }),
]
