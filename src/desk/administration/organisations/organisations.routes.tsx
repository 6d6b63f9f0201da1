import { z } from 'zod'
import {
  addException,
  changeOpening,
  changeOrganisation,
  closeOrganisation,
  createOrganisation,
  ExceptionInput,
  MANAGE_ORGANISATIONS,
  memberCounts,
  members,
  membershipsOf,
  NewOrganisation,
  OpeningInput,
  OrganisationChange,
  type OrganisationKind,
  openingById,
  organisationById,
  organisationKinds,
  organisationsOf,
  parentKinds,
  removeException,
  reopenOrganisation,
  unitKinds,
} from '#core/organisations/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { historyOf } from '../history.ts'
import { afterPlace, placeAfter } from '../paging.ts'
import { NewOrganisationPage } from './new-organisation.view.tsx'
import { OrganisationPage } from './organisation.view.tsx'
import { OrganisationListPage, UnitsPage } from './organisations.view.tsx'

const common = { may: MANAGE_ORGANISATIONS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const kinds = z.enum(organisationKinds)
const PATH = '/verwaltung/organisationen'
const PER_PAGE = 50

export const organisationRoutes = [
  get(PATH, {
    ...common,
    query: z.object({ art: z.enum(['business', 'club', 'contractor']).optional(), nach: z.string().max(600).optional() }),
    show: async (ctx, { query: { art, nach } }) => (art ? await otherList(ctx, art, nach) : await unitList(ctx)),
  }),

  get(`${PATH}/neu`, {
    ...common,
    query: z.object({ art: kinds.default('department'), in: z.uuid().optional() }),
    show: (ctx, { query }) => newPage(ctx, { ...blank, input: { kind: query.art, ...(query.in ? { parentId: query.in } : {}) } }),
  }),
  post(PATH, {
    ...common,
    form: NewOrganisation,
    run: createOrganisation,
    done: ({ id, name }) => ({
      to: `${PATH}/${id}`,
      flash: { kind: 'success', text: 'administration.organisation.created', params: { name } },
    }),
    again: (ctx, form) => newPage(ctx, form),
  }),

  get(`${PATH}/:id`, { ...common, params: At, show: (ctx, { params }) => onePage(ctx, params.id, blank) }),
  post(`${PATH}/:id`, {
    ...common,
    params: At,
    form: OrganisationChange,
    run: changeOrganisation,
    done: ({ id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${PATH}/:id/oeffnungszeiten`, {
    ...common,
    params: At,
    form: OpeningInput,
    run: changeOpening,
    done: ({ id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form, 'hours'),
  }),
  post(`${PATH}/:id/ausnahmen`, {
    ...common,
    params: At,
    form: ExceptionInput,
    run: addException,
    done: ({ id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'administration.hours.exception.added' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form, 'exception'),
  }),
  post(`${PATH}/:id/ausnahmen/:from/entfernung`, {
    ...common,
    params: z.object({ id: z.uuid(), from: z.iso.date() }),
    form: z.object({}),
    run: removeException,
    done: ({ id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'administration.hours.exception.removed' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form, 'exception'),
  }),
  post(`${PATH}/:id/schliessung`, {
    ...common,
    params: At,
    form: z.object({}),
    run: closeOrganisation,
    done: ({ id, name }) => ({
      to: `${PATH}/${id}`,
      flash: { kind: 'success', text: 'administration.organisation.closed', params: { name } },
    }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${PATH}/:id/oeffnung`, {
    ...common,
    params: At,
    form: z.object({}),
    run: reopenOrganisation,
    done: ({ id, name }) => ({
      to: `${PATH}/${id}`,
      flash: { kind: 'success', text: 'administration.organisation.opened', params: { name } },
    }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
]

async function unitList(ctx: Ctx) {
  const units = await organisationsOf(ctx, unitKinds, { closed: true })
  const counts = await memberCounts(
    ctx,
    units.map(({ id }) => id),
  )
  return <UnitsPage units={units} counts={counts} locale={ctx.locale} />
}

async function otherList(ctx: Ctx, kind: OrganisationKind, after: string | undefined) {
  const found = await organisationsOf(ctx, [kind], { closed: true, limit: PER_PAGE + 1, after: afterPlace(after) })
  const shown = found.slice(0, PER_PAGE)
  const last = shown.at(-1)
  const counts = await memberCounts(
    ctx,
    shown.map(({ id }) => id),
  )
  const next = found.length > PER_PAGE && last ? `${PATH}?art=${kind}&nach=${placeAfter(last)}` : undefined
  return <OrganisationListPage kind={kind} all={shown} counts={counts} next={next} first={!after} locale={ctx.locale} />
}

async function newPage(ctx: Ctx, form: Again<NewOrganisation>) {
  const kind = kinds.catch('department').parse(form.input.kind)
  const allowed = parentKinds[kind]
  const parents = allowed.length > 0 ? await organisationsOf(ctx, allowed) : []
  return <NewOrganisationPage form={form} kind={kind} parents={parents} locale={ctx.locale} />
}

async function onePage(ctx: Ctx, id: string, form: Again, sent: 'facts' | 'hours' | 'exception' = 'facts') {
  const organisation = await organisationById(ctx, id)
  if (!organisation) return undefined
  const people = await members(ctx, { organisationId: id }, 200)
  const roles = await membershipsOf(
    ctx,
    people.map((person) => person.id),
  )
  const { events, names } = await historyOf(ctx, { type: 'organisation', id })
  const parent = organisation.parentId ? await organisationById(ctx, organisation.parentId) : undefined
  const opening = await openingById(ctx, id)
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  return <OrganisationPage {...{ organisation, parent, people, roles, events, names, form, sent, opening, today, locale: ctx.locale }} />
}
