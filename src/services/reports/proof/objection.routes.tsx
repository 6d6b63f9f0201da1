import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { caseByNumber, partyFromCookie } from '../../cases/index.ts'
import { keptPhotos } from '../pages/kept-photos.ts'
import { MARK } from '../pages/mark-cookie.ts'
import { NumberAt } from '../pages/number-at.ts'
import { objectTo } from './objection.verbs.ts'
import { ObjectionAgainPage } from './objection.view.tsx'

const Objection = z
  .object({ text: z.string().trim().max(2000).default(''), photos: z.array(z.uuid()).max(5).default([]) })
  .refine(({ text, photos }) => text !== '' || photos.length > 0, { path: ['text'], error: 'refusal.objectionEmpty' })

type Asked = { headers: Headers; cookie: (name: string) => string | undefined }

async function asParty(ctx: Ctx, input: z.output<typeof Objection> & { number: string }, { headers, cookie }: Asked) {
  const found = await caseByNumber(ctx, input.number)
  const party = found && (await partyFromCookie(ctx, found, headers))
  return party ? await objectTo(ctx, party, { ...input, mark: cookie(MARK) }) : refuse('accessEnded')
}

export const objectionRoutes = [
  post('/status/:number/widerspruch', {
    may: 'everyone',
    audience: 'public',
    summary: 'Object to a repair: the damage is still there',
    params: NumberAt,
    limit: [{ points: 30, seconds: 600, per: 'network' }],
    form: Objection,
    files: { photos: { max: 5, kinds: ['image'] } },
    run: asParty,
    done: ({ number, reopened }) => ({
      to: `/status/${number}`,
      flash: { kind: 'success', text: reopened ? 'proof.did.reopened' : 'proof.did' },
    }),
    again: async (ctx, form, { number }) => (
      <ObjectionAgainPage number={number} form={form} kept={await keptPhotos(ctx, form.input.photos)} />
    ),
  }),
]
