import { z } from 'zod'
import {
  ArmsInput,
  changeArms,
  changeTown,
  createTown,
  HostsInput,
  MANAGE_TOWN,
  MANAGE_TOWNS,
  NewTown,
  nameHosts,
  ownPages,
  ownTown,
  PageText,
  pageCodes,
  TownSettings,
  townLines,
  WRITE_PAGES,
  writePage,
} from '#core/towns/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { OwnPageEditor, OwnPagesPage } from './pages.view.tsx'
import { TownPage } from './town.view.tsx'
import { NewTownPage, TownsPage } from './towns.view.tsx'

const town = { may: MANAGE_TOWN, audience: 'staff' } as const
const pages = { may: WRITE_PAGES, audience: 'staff' } as const
const operator = { may: MANAGE_TOWNS, audience: 'staff' } as const
const Page = z.object({ page: z.enum(pageCodes) })

export const townRoutes = [
  get('/verwaltung/stadt', { ...town, show: (ctx) => townPage(ctx, {}) }),
  post('/verwaltung/stadt', {
    ...town,
    form: TownSettings,
    run: changeTown,
    done: () => ({ to: '/verwaltung/stadt', flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, settings) => townPage(ctx, { settings }),
  }),
  post('/verwaltung/stadt/wappen', {
    ...town,
    form: ArmsInput,
    files: { picture: { max: 1, kinds: ['image'] } },
    bodyLimit: 512 * 1024,
    run: changeArms,
    done: () => ({ to: '/verwaltung/stadt', flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, arms) => townPage(ctx, { arms }),
  }),

  get('/verwaltung/seiten', { ...pages, show: async (ctx) => <OwnPagesPage own={await ownPages(ctx)} /> }),
  get('/verwaltung/seiten/:page', { ...pages, params: Page, show: (ctx, { params }) => pageEditor(ctx, params.page, blank) }),
  post('/verwaltung/seiten/:page', {
    ...pages,
    params: Page,
    form: PageText,
    bodyLimit: 256 * 1024,
    run: writePage,
    done: () => ({ to: '/verwaltung/seiten', flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { page }) => pageEditor(ctx, page, form),
  }),

  get('/verwaltung/staedte', { ...operator, show: (ctx) => townsPage(ctx) }),
  get('/verwaltung/staedte/neu', { ...operator, show: () => <NewTownPage form={blank} /> }),
  post('/verwaltung/staedte', {
    ...operator,
    form: NewTown,
    run: createTown,
    done: ({ town: made }) => ({
      to: '/verwaltung/staedte',
      flash: { kind: 'success', text: 'administration.town.created', params: { name: made.name } },
    }),
    again: (_, form) => <NewTownPage form={form} />,
  }),
  post('/verwaltung/staedte/:slug/namen', {
    ...operator,
    params: z.object({ slug: z.string().max(60) }),
    form: HostsInput,
    run: nameHosts,
    done: () => ({ to: '/verwaltung/staedte', flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { slug }) => townsPage(ctx, { slug, form }),
  }),
]

async function townPage(ctx: Ctx, { settings = blank, arms = blank }: { settings?: Again; arms?: Again }) {
  const now = await ownTown(ctx)
  const edited = Object.keys(settings.input).length > 0
  return (
    <TownPage
      settings={edited ? settings : { ...settings, input: { ...now } }}
      arms={arms}
      colour={ctx.town.colour ?? '#2044aa'}
      hosts={now.hosts}
      armsUrl={ctx.town.coatOfArmsUrl}
    />
  )
}

async function pageEditor(ctx: Ctx, page: z.output<typeof Page>['page'], form: Again) {
  const own = (await ownPages(ctx)).get(page)
  const edited = Object.keys(form.input).length > 0
  return <OwnPageEditor page={page} form={edited ? form : { ...form, input: { ...own } }} />
}

const townsPage = async (ctx: Ctx, failed?: { slug: string; form: Again }) => (
  <TownsPage towns={await townLines(ctx)} here={ctx.town.slug} failed={failed} />
)
