import { z } from 'zod'
import { type Ctx, may } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { newSecret } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Sent } from '../send.rules.ts'
import { sendReport } from '../send.verbs.ts'
import { nextStep } from './draft.rules.ts'
import { closeDraft, openDraft, type Writing } from './draft.verbs.ts'
import { draftPhoto } from './draft-photo.ts'
import { MARK, markCookie } from './mark-cookie.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { receiptCookie } from './receipt-cookie.ts'
import { DraftGonePage } from './report-form.parts.view.tsx'
import { SendPage } from './report-form.send.view.tsx'
import { DraftAt } from './report-form.what.routes.tsx'

const Contact = z.object({
  name: z.string().trim().max(200).optional(),
  email: z.email().max(320).optional(),
  phone: z.string().trim().min(3).max(60).optional(),
  /** Of a signed-in person: with her account, or without. */
  as: z.enum(['person', 'nobody']).optional(),
})
type Contact = z.output<typeof Contact>

async function send(
  ctx: Ctx,
  { draft: id, as, ...contact }: Contact & { draft: string },
  { cookie }: { cookie: (name: string) => string | undefined },
): Promise<Result<Sent & { mark: string }>> {
  const mark = cookie(MARK) ?? newSecret()
  const opened = await openDraft(ctx, id)
  if (!opened || 'sent' in opened) return refuse('draftGone')
  const { draft, category } = opened
  if (!category || !draft.place) return refuse('draftUnfinished')
  const onBehalf = draft.channel !== 'web'
  const sent = await sendReport(ctx, {
    category: category.code,
    place: draft.place,
    text: draft.text,
    answers: draft.answers,
    photos: draft.photos,
    channel: draft.channel,
    anonymous: onBehalf || as === 'nobody',
    clientKey: id,
    ...(onBehalf ? {} : { mark }),
    ...contact,
  })
  if (!sent.ok) return sent
  await closeDraft(ctx, id, sent.value.number)
  return ok({ ...sent.value, mark })
}

function sendPage(ctx: Ctx, { id, draft, category }: Writing, form: Again<Contact>) {
  if (!category || !draft.place) return undefined
  return (
    <SendPage
      draftId={id}
      draft={{ ...draft, place: draft.place }}
      category={category}
      photos={draft.photos.map((photo) => draftPhoto(ctx, photo))}
      form={form}
      person={draft.channel === 'web' && ctx.actor.kind === 'person' ? ctx.actor.name : undefined}
      onBehalf={draft.channel !== 'web' && may(ctx, 'report.work')}
    />
  )
}

export const sendRoutes = [
  get('/meldungen/neu/:draft/absenden', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, (writing) => {
        const next = nextStep(writing.draft, writing.category)
        const page = next === 'send' || next === 'similar' ? sendPage(ctx, writing, { input: {}, errors: {} }) : undefined
        return page ?? redirect(writing.next)
      }),
  }),

  post('/meldungen/neu/:draft/absenden', {
    may: 'everyone',
    audience: 'public',
    summary: 'Send the report that was written under this address',
    params: DraftAt,
    form: Contact,
    limit: [
      { points: 20, seconds: 600, per: 'network' },
      { points: 20, seconds: 600, per: 'account' },
    ],
    run: send,
    done: ({ mark, ...sent }, ctx) => ({
      to: `/meldungen/gesendet/${sent.number}`,
      cookies: [receiptCookie(ctx, { ...sent, kind: 'sent' }), markCookie(mark)],
    }),
    again: (ctx, form, { draft }) => againWithDraft(ctx, draft, async (writing) => sendPage(ctx, writing, form) ?? <DraftGonePage />),
  }),
]
