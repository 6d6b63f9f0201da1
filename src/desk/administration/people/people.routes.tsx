import { z } from 'zod'
import { noteRead } from '#core/memory/index.ts'
import {
  endMembership,
  Grant,
  grantRole,
  MANAGE_PEOPLE,
  members,
  membershipById,
  membershipsOf,
  organisationKinds,
  organisationsOf,
  peopleLike,
  personById,
  roles,
} from '#core/organisations/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { historyOf } from '../history.ts'
import { afterPlace, placeAfter } from '../paging.ts'
import { PeoplePage } from './people.view.tsx'
import { PersonPage } from './person.view.tsx'

const At = z.object({ id: z.uuid() })
const PATH = '/verwaltung/personen'
const PER_PAGE = 50

const Asked = z.object({
  q: z.string().trim().max(200).default(''),
  rolle: z.enum(roles).optional(),
  nach: z.string().max(600).optional(),
})

export const peopleRoutes = [
  get(PATH, { may: 'people.see', audience: 'staff', query: Asked, show: (ctx, { query }) => listPage(ctx, query) }),

  get(`${PATH}/:id{[0-9a-f-]{36}}`, {
    may: 'people.see',
    audience: 'staff',
    params: At,
    show: (ctx, { params }) => onePage(ctx, params.id, blank),
  }),

  post(`${PATH}/:id{[0-9a-f-]{36}}/rollen`, {
    may: MANAGE_PEOPLE,
    audience: 'staff',
    params: At,
    form: Grant,
    run: (ctx, { id, ...grant }) => grantRole(ctx, { ...grant, personId: id }),
    done: (_, __, { id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'administration.people.granted' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),

  post('/verwaltung/rollen/:id/ende', {
    may: MANAGE_PEOPLE,
    audience: 'staff',
    params: At,
    form: z.object({}),
    run: endMembership,
    done: ({ personId }) => ({ to: `${PATH}/${personId}`, flash: { kind: 'success', text: 'administration.people.ended' } }),
    again: async (ctx, form, { id }) => {
      const membership = await membershipById(ctx, id)
      return membership && (await onePage(ctx, membership.personId, form))
    },
  }),
]

/** Without words the people with a role, page by page; with words the likest of all. */
async function listPage(ctx: Ctx, { q, rolle, nach }: z.output<typeof Asked>) {
  const found = q ? await peopleLike(ctx, q, PER_PAGE) : await members(ctx, { role: rolle, after: afterPlace(nach) }, PER_PAGE + 1)
  const shown = found.slice(0, PER_PAGE)
  const memberships = await membershipsOf(
    ctx,
    shown.map(({ id }) => id),
  )
  // One line for the page: who was looked for is nobody's business.
  if (shown.length > 0) noteRead(ctx, { subject: { type: 'town', id: ctx.town.id }, purpose: 'administration.people' })
  const last = shown.at(-1)
  const params = new URLSearchParams(rolle ? { rolle } : {})
  if (last) params.set('nach', placeAfter(last))
  const next = !q && found.length > PER_PAGE ? `${PATH}?${params}` : undefined
  return <PeoplePage asked={{ q, rolle }} people={shown} memberships={memberships} next={next} first={!nach} locale={ctx.locale} />
}

/** Somebody's data is looked at: that is kept. */
async function onePage(ctx: Ctx, id: string, form: Again) {
  const person = await personById(ctx, id)
  if (!person) return undefined
  noteRead(ctx, { subject: { type: 'person', id }, personId: id, purpose: 'administration' })
  const memberships = (await membershipsOf(ctx, [id], { ended: true })).get(id) ?? []
  const { events, names } = await historyOf(ctx, { type: 'person', id })
  const organisations = may(ctx, MANAGE_PEOPLE) ? await organisationsOf(ctx, organisationKinds) : []
  return <PersonPage {...{ person, memberships, events, names, organisations, form, locale: ctx.locale }} />
}
