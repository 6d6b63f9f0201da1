import { z } from 'zod'
import { nameIn } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { publicServices } from './public.sql.ts'
import { findServices } from './search.ts'
import { listed, type ServiceShown, serviceShown, situationsInUse } from './service.read.ts'
import { saidShort } from './service.rules.ts'
import { ServicePage } from './service.view.tsx'
import { FoundPage, ServicesPage, SituationPage } from './services.view.tsx'
import { structuredService } from './structured.rules.ts'

const common = { may: 'everyone', audience: 'public' } as const
const tags = (town: string) => [`${town}:service`, `${town}:organisation`]
const Slug = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,90}$/) })

export const serviceRoutes = [
  get('/dienste', {
    ...common,
    summary: 'What the town does for people: search, life situations, A to Z',
    cache: tags,
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    query: z.object({
      q: z
        .string()
        .transform((text) => text.trim().replace(/\s+/g, ' ').slice(0, 200))
        .optional(),
      buchstabe: z
        .string()
        .regex(/^[A-Z#]$/)
        .optional()
        .catch(undefined),
    }),
    show: (ctx, { query: { q, buchstabe } }) => (q ? foundPage(ctx, q) : listPage(ctx, buchstabe)),
  }),
  get('/dienste/lage/:slug', {
    ...common,
    summary: 'Services that people need in one situation of their life',
    cache: tags,
    params: Slug,
    show: async (ctx, { params }) => {
      const all = await situationsInUse(ctx)
      const situation = all.find(({ slug }) => slug === params.slug)
      if (!situation) return undefined
      const cards = (await publicServices(ctx)).filter((card) => card.situations.includes(situation.id))
      return (
        <SituationPage
          situation={situation}
          others={all}
          services={await listed(ctx, inOrder(ctx, cards))}
          url={urlOf(ctx, `/dienste/lage/${situation.slug}`)}
        />
      )
    },
  }),
  get('/dienste/:slug', {
    ...common,
    summary: 'A service: who may, what is needed, what it costs, who is responsible',
    cache: tags,
    params: Slug,
    show: async (ctx, { params }) => {
      const service = await serviceShown(ctx, params.slug)
      return service && <ServicePage service={service} url={urlOf(ctx, `/dienste/${service.slug}`)} structured={structured(ctx, service)} />
    },
  }),
]

const urlOf = (ctx: Ctx, path: string): string => ctx.town.origin + ctx.town.base + path

/** By name in the reader's language. */
const inOrder = <T extends { name: { de: string; en: string } }>(ctx: Ctx, cards: readonly T[]): T[] =>
  [...cards].sort((a, b) => saidShort(a.name, ctx.locale).text.localeCompare(saidShort(b.name, ctx.locale).text, ctx.locale))

async function foundPage(ctx: Ctx, q: string) {
  const { found, near } = await findServices(ctx, q)
  return <FoundPage words={q} found={await listed(ctx, found)} near={await listed(ctx, near)} situations={await situationsInUse(ctx)} />
}

async function listPage(ctx: Ctx, letter: string | undefined) {
  const cards = inOrder(ctx, await publicServices(ctx))
  const letters = new Map<string, typeof cards>()
  for (const card of cards) {
    const first = letterOf(saidShort(card.name, ctx.locale).text)
    letters.set(first, [...(letters.get(first) ?? []), card])
  }
  return (
    <ServicesPage
      letters={letters}
      letter={letter}
      asked={cards.filter(({ asked }) => asked).slice(0, 8)}
      situations={await situationsInUse(ctx)}
      url={urlOf(ctx, '/dienste')}
    />
  )
}

/** Under which letter a name stands; Ä stands with A, what begins with no letter under #. */
const letterOf = (name: string): string => {
  const letter = name.slice(0, 1).normalize('NFD').slice(0, 1).toUpperCase()
  return /^[A-Z]$/.test(letter) ? letter : '#'
}

const structured = (ctx: Ctx, { content, slug, unit, hours, online }: ServiceShown): Record<string, unknown> =>
  structuredService({
    content,
    locale: ctx.locale,
    town: ctx.town.name,
    url: urlOf(ctx, `/dienste/${slug}`),
    list: { url: urlOf(ctx, '/dienste'), name: textIn(ctx.locale, 'service.nav') },
    home: urlOf(ctx, '/'),
    unit: unit && { name: nameIn(unit, ctx.locale), phone: unit.phone, email: unit.email, address: unit.address, opening: hours?.opening },
    online: online && urlOf(ctx, online.path),
  })
