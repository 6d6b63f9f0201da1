import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { Reply } from '#platform/http/reply.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { postLetters } from '#services/applications/index.ts'
import { dayPost, lettersForPost } from '#services/letters/index.ts'
import { PostPage } from './post.view.tsx'

const PATH = '/amt/post'
const common = { may: 'application.work', audience: 'staff' } as const

const page = async (ctx: Ctx, form: Again) => (
  <PostPage letters={await lettersForPost(ctx)} today={dayIn(ctx.now(), ctx.town.timeZone)} form={form} />
)

/** The post of a day: everything that is signed and goes by post is printed at once, and leaves at once. */
export const postRoutes = [
  get(PATH, { ...common, summary: 'Letters that wait for the post', show: (ctx) => page(ctx, blank) }),
  get(`${PATH}/druck.pdf`, {
    ...common,
    summary: 'One document of all letters that go to the post today',
    limit: [{ points: 60, seconds: 600, per: 'account' }],
    show: async (ctx) => {
      const made = await dayPost(ctx)
      if (!made.ok) return await page(ctx, { ...blank, refusal: made.refusal })
      const day = dayIn(ctx.now(), ctx.town.timeZone)
      return async () =>
        new Reply(await made.value(), 200, {
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="post-${day}.pdf"`,
          'cache-control': 'private, no-store',
        })
    },
  }),
  post(PATH, {
    ...common,
    form: z.object({ n: z.array(z.uuid()).min(1).max(50) }),
    run: (ctx, { n }) => postLetters(ctx, { ids: n }),
    done: ({ count }) => ({ to: PATH, flash: { kind: 'success', text: 'deskApplications.post.done', params: { count } } }),
    again: page,
  }),
]
