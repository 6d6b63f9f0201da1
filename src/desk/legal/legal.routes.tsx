import { organisationsOf } from '#core/organisations/index.ts'
import { ownPages, type PageCode } from '#core/towns/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get } from '#platform/http/route.ts'
import { markdown } from '#platform/markdown.ts'
import { isUnwritten, pageText, pathOf } from './legal.rules.ts'
import { ContactPage, LegalPage } from './legal.view.tsx'

const codes: readonly PageCode[] = ['imprint', 'privacy', 'accessibility', 'help']

export const legalRoutes = [
  ...codes.map((code) =>
    get(pathOf[code], {
      may: 'everyone',
      audience: 'public',
      summary: `The page of the town about: ${code}`,
      cache: (town) => [`${town}:town`],
      show: async (ctx) => <LegalPage {...(await pageOf(ctx, code))} />,
    }),
  ),
  get(pathOf.contact, {
    may: 'everyone',
    audience: 'public',
    summary: 'How to reach the town hall',
    cache: (town) => [`${town}:town`, `${town}:organisation`],
    show: async (ctx) => {
      const units = await organisationsOf(ctx, ['authority', 'department'])
      return <ContactPage {...(await pageOf(ctx, 'contact'))} units={units} reader={ctx.locale} />
    },
  }),
]

async function pageOf(ctx: Ctx, code: PageCode) {
  const own = (await ownPages(ctx)).get(code)
  const { text, locale } = pageText(code, { own, town: ctx.town, locale: ctx.locale })
  return { code, html: markdown(text), locale, invented: ctx.town.demo && !own, unwritten: isUnwritten(code, own, ctx.town) }
}
