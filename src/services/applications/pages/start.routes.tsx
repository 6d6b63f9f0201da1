import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { serviceShown } from '../../catalogue/index.ts'
import { versionInForce } from '../../definitions/definition.sql.ts'
import { FormDefinition } from '../../forms/index.ts'
import { draftsOfPerson } from '../draft.sql.ts'
import { startDraft } from '../draft.verbs.ts'
import { onlineBy } from '../online.sql.ts'
import { isTrusted } from '../submit.verbs.ts'
import { draftCookie } from './draft-cookie.ts'
import { pagePath } from './paths.ts'
import { prefill } from './prefill.ts'
import { StartPage } from './start.view.tsx'

const At = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,90}$/) })

async function startPage(ctx: Ctx, slug: string, form: Again) {
  const online = await onlineBy(ctx, { slug })
  const version = online && (await versionInForce(ctx, 'form', online.formId))
  if (!online || !version) return undefined
  const definition = FormDefinition.parse(version.content)
  const service = await serviceShown(ctx, slug)
  const drafts = ctx.actor.personId ? await draftsOfPerson(ctx, ctx.actor.personId, 50) : []
  return (
    <StartPage
      slug={slug}
      name={online.name}
      definition={definition}
      service={service}
      drafts={drafts.filter(({ serviceId, replacesCase }) => serviceId === online.serviceId && !replacesCase)}
      isSignedIn={ctx.actor.kind === 'person'}
      isTrusted={isTrusted(ctx, definition)}
      form={form}
    />
  )
}

async function begin(ctx: Ctx, { slug }: { slug: string }): Promise<Result<{ id: string; code: string; to: string }>> {
  const online = await onlineBy(ctx, { slug })
  const version = online && (await versionInForce(ctx, 'form', online.formId))
  if (!online || !version) return refuse('notOnline')
  const definition = FormDefinition.parse(version.content)
  if (!isTrusted(ctx, definition)) return refuse('trustTooLow', { facts: { level: definition.trustLevel } })
  const started = await startDraft(ctx, { slug })
  if (!started.ok) return started
  await prefill(ctx, definition, { secret: started.value.secret })
  const { id, code, firstPage } = started.value
  return ok({ id, code, to: pagePath(id, firstPage) })
}

export const startRoutes = [
  get('/dienste/:slug/antrag', {
    may: 'everyone',
    audience: 'public',
    summary: 'Apply for a service: what is needed, how long it takes, what it costs',
    params: At,
    show: (ctx, { params }) => startPage(ctx, params.slug, blank),
  }),

  post('/dienste/:slug/antrag', {
    may: 'everyone',
    audience: 'public',
    summary: 'Begin to apply for a service',
    params: At,
    form: z.object({}),
    limit: [{ points: 30, seconds: 600, per: 'network' }],
    run: begin,
    done: ({ id, code, to }, ctx) => ({ to, cookies: [draftCookie(ctx, { id, code })] }),
    again: (ctx, form, { slug }) => startPage(ctx, slug, form),
  }),
]
