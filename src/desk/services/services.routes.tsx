import { z } from 'zod'
import { personNames } from '#core/organisations/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  deskServices,
  PUBLISH_SERVICES,
  publishService,
  removeService,
  restoreService,
  ServiceContent,
  saveService,
  shownOf,
  situations,
  takeServiceBack,
  WRITE_SERVICES,
} from '#services/catalogue/index.ts'
import { afterPlace, atFields, placeAfter } from '../administration/index.ts'
import { SERVICES_PATH as PATH, servicePath } from './paths.ts'
import { PreviewPage } from './preview.view.tsx'
import { deskService, historyOfService, linesLike, todayOf, unitsToChoose } from './service.read.ts'
import { NewServicePage, ServiceTextsPage } from './service.view.tsx'
import { ServicesDeskPage } from './services.view.tsx'
import { registerServiceTab, serviceTabs } from './tabs.ts'
import { VersionPage, VersionsPage } from './versions.view.tsx'

registerServiceTab({ key: 'texts', text: 'services.tab.texts', path: '', may: WRITE_SERVICES, order: 10 })
registerServiceTab({ key: 'versions', text: 'services.tab.versions', path: '/fassungen', may: WRITE_SERVICES, order: 80 })
registerServiceTab({ key: 'preview', text: 'services.tab.preview', path: '/vorschau', may: WRITE_SERVICES, order: 90 })

const common = { may: WRITE_SERVICES, audience: 'staff' } as const
const publishing = { may: PUBLISH_SERVICES, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const ID = ':id{[0-9a-f-]{36}}'
const BODY = 512 * 1024
const PER_PAGE = 50

const ServiceForm = ServiceContent.extend({
  asked: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
  seen: z.string().max(40).optional(),
})
const Publication = z.object({ validFrom: z.iso.date().optional(), validTo: z.iso.date().optional() })
const back =
  (text: string) =>
  (_: unknown, __: unknown, { id }: { id: string }) => ({
    to: servicePath(id),
    flash: { kind: 'success' as const, text },
  })

export const serviceRoutes = [
  get(PATH, {
    ...common,
    summary: 'The services of the town, to write them',
    query: z.object({
      q: z
        .string()
        .transform((text) => text.trim().slice(0, 200))
        .optional(),
      stand: z.enum(['public', 'draft', 'changed', 'english']).optional(),
      nach: z.string().max(600).optional(),
    }),
    show: (ctx, { query }) => listPage(ctx, query),
  }),
  get(`${PATH}/neu`, { ...common, show: (ctx) => newPage(ctx, blank) }),
  post(PATH, {
    ...common,
    form: ServiceForm,
    bodyLimit: BODY,
    run: (ctx, { seen: _, ...content }) => saveService(ctx, content),
    done: ({ id }) => ({ to: servicePath(id), flash: { kind: 'success', text: 'services.created' } }),
    again: (ctx, form) => newPage(ctx, form),
  }),

  get(`${PATH}/${ID}`, { ...common, params: At, show: (ctx, { params }) => textsPage(ctx, params.id, blank) }),
  post(`${PATH}/${ID}`, {
    ...common,
    params: At,
    form: ServiceForm,
    bodyLimit: BODY,
    run: saveService,
    done: back('services.saved'),
    again: (ctx, form, { id }) => textsPage(ctx, id, form),
  }),
  post(`${PATH}/${ID}/veroeffentlichung`, {
    ...publishing,
    params: At,
    form: Publication,
    run: publishService,
    done: back('services.published'),
    again: (ctx, form, { id }) => textsPage(ctx, id, form, 'publication'),
  }),
  post(`${PATH}/${ID}/ruecknahme`, {
    ...publishing,
    params: At,
    form: z.object({}),
    run: takeServiceBack,
    done: back('services.takenBack'),
    again: (ctx, form, { id }) => textsPage(ctx, id, form, 'publication'),
  }),
  post(`${PATH}/${ID}/entfernung`, {
    ...common,
    params: At,
    form: z.object({}),
    run: removeService,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'services.removed' } }),
    again: (ctx, form, { id }) => textsPage(ctx, id, form, 'publication'),
  }),

  get(`${PATH}/${ID}/vorschau`, {
    ...common,
    params: At,
    show: async (ctx, { params }) => {
      const found = await deskService(ctx, params.id)
      if (!found) return undefined
      const { service, standing } = found
      const shown = await shownOf(ctx, {
        id: service.id,
        slug: service.slug,
        content: service.draft,
        validTo: undefined,
        publishedAt: undefined,
      })
      return <PreviewPage service={service} standing={standing} shown={shown} tabs={serviceTabs(ctx, service, 'preview')} />
    },
  }),
  get(`${PATH}/${ID}/fassungen`, { ...common, params: At, show: (ctx, { params }) => versionsPage(ctx, params.id) }),
  get(`${PATH}/${ID}/fassungen/:number`, {
    ...common,
    params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) }),
    show: (ctx, { params }) => versionPage(ctx, params, blank),
  }),
  post(`${PATH}/${ID}/fassungen/:number/entwurf`, {
    ...common,
    params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) }),
    form: z.object({}),
    run: restoreService,
    done: back('services.restored'),
    again: (ctx, form, at) => versionPage(ctx, at, form),
  }),
]

async function listPage(
  ctx: Ctx,
  { q, stand, nach }: { q?: string | undefined; stand?: 'public' | 'draft' | 'changed' | 'english' | undefined; nach?: string | undefined },
) {
  const found = q ? await linesLike(ctx, q) : await deskServices(ctx, todayOf(ctx), { state: stand, after: afterPlace(nach) }, PER_PAGE + 1)
  const shown = q ? found : found.slice(0, PER_PAGE)
  const last = shown.at(-1)
  const next = !q && found.length > PER_PAGE && last ? `${PATH}?${stand ? `stand=${stand}&` : ''}nach=${placeAfter(last)}` : undefined
  const names = await personNames(
    ctx,
    shown.flatMap(({ changedBy }) => changedBy ?? []),
  )
  return <ServicesDeskPage {...{ lines: shown, names, units: await unitsToChoose(ctx), q, stand, next, first: !nach }} />
}

const newPage = async (ctx: Ctx, form: Again) => (
  <NewServicePage form={{ ...form, errors: atFields(form.errors) }} units={await unitsToChoose(ctx)} situations={await situations(ctx)} />
)

async function textsPage(ctx: Ctx, id: string, form: Again, sent: 'texts' | 'publication' = 'texts') {
  const found = await deskService(ctx, id)
  if (!found) return undefined
  return (
    <ServiceTextsPage
      {...found}
      form={{ ...form, errors: atFields(form.errors) }}
      sent={sent}
      units={await unitsToChoose(ctx)}
      situations={await situations(ctx)}
      history={await historyOfService(ctx, id)}
      mayPublish={may(ctx, PUBLISH_SERVICES)}
      today={todayOf(ctx)}
      tabs={serviceTabs(ctx, found.service, 'texts')}
    />
  )
}

async function versionsPage(ctx: Ctx, id: string) {
  const found = await deskService(ctx, id)
  if (!found) return undefined
  const names = await personNames(
    ctx,
    found.versions.flatMap(({ publishedBy }) => publishedBy ?? []),
  )
  return <VersionsPage {...found} names={names} today={todayOf(ctx)} tabs={serviceTabs(ctx, found.service, 'versions')} />
}

async function versionPage(ctx: Ctx, { id, number }: { id: string; number: number }, form: Again) {
  const found = await deskService(ctx, id)
  const version = found?.versions.find((each) => each.number === number)
  if (!found || !version) return undefined
  const before = found.versions.find((each) => each.number === number - 1)
  const units = await unitsToChoose(ctx)
  return (
    <VersionPage
      {...found}
      {...{ version, before, form, units }}
      situations={await situations(ctx)}
      today={todayOf(ctx)}
      tabs={serviceTabs(ctx, found.service, 'versions')}
    />
  )
}
