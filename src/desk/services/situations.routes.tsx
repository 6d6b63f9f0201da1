import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  moveSituation,
  publicServices,
  removeSituation,
  SituationInput,
  saveSituation,
  situations,
  WRITE_SERVICES,
} from '#services/catalogue/index.ts'
import { atFields } from '../administration/index.ts'
import { SITUATIONS_PATH as PATH } from './paths.ts'
import { SituationPage, SituationsPage } from './situations.view.tsx'

const common = { may: WRITE_SERVICES, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const ID = ':id{[0-9a-f-]{36}}'
const saved = () => ({ to: PATH, flash: { kind: 'success' as const, text: 'services.situation.saved' } })

/** Before the pages of single services, which lie at the same place. */
export const situationRoutes = [
  get(PATH, { ...common, summary: 'Situations of life by which people look services up', show: (ctx) => listPage(ctx, blank) }),
  get(`${PATH}/neu`, { ...common, show: (ctx) => onePage(ctx, undefined, blank) }),
  post(PATH, { ...common, form: SituationInput, run: saveSituation, done: saved, again: (ctx, form) => onePage(ctx, undefined, form) }),
  get(`${PATH}/${ID}`, { ...common, params: At, show: (ctx, { params }) => onePage(ctx, params.id, blank) }),
  post(`${PATH}/${ID}`, {
    ...common,
    params: At,
    form: SituationInput,
    run: saveSituation,
    done: saved,
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${PATH}/${ID}/platz`, {
    ...common,
    params: At,
    form: z.object({ move: z.enum(['up', 'down']) }),
    run: moveSituation,
    done: () => PATH,
    again: (ctx, form) => listPage(ctx, form),
  }),
  post(`${PATH}/${ID}/entfernung`, {
    ...common,
    params: At,
    form: z.object({}),
    run: removeSituation,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'services.situation.removed' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
]

async function listPage(ctx: Ctx, form: Again) {
  const cards = await publicServices(ctx)
  const all = (await situations(ctx)).map((each) => ({
    ...each,
    count: cards.filter((card) => card.situations.includes(each.id)).length,
  }))
  return <SituationsPage all={all} form={form} />
}

async function onePage(ctx: Ctx, id: string | undefined, form: Again) {
  const known = id ? (await situations(ctx)).find((each) => each.id === id) : undefined
  if (id && !known) return undefined
  return <SituationPage known={known} form={{ ...form, errors: atFields(form.errors) }} />
}
