import type { Visitor } from '../../setup/visitor.ts'
import type { Known } from './addresses.ts'

/** The catalogue of services: for everybody, and where it is written. */
export async function ofServices(nobody: Visitor, editor: Visitor): Promise<Record<string, Known>> {
  const { body } = await editor.get('/verwaltung/dienste?q=Hund+anmelden')
  const service = /href="(\/verwaltung\/dienste\/[0-9a-f-]{36})"/.exec(body)?.[1]
  const list = (await editor.get('/verwaltung/dienste/lebenslagen')).body
  const situation = /href="(\/verwaltung\/dienste\/lebenslagen\/[0-9a-f-]{36})"/.exec(list)?.[1]
  if (!service || !situation) throw new Error('the demo has no services')
  return {
    '/dienste': [
      { path: '/dienste', as: nobody },
      { path: '/dienste?q=Hundesteuer', as: nobody, what: 'found' },
      { path: '/dienste?q=Quantenphysik', as: nobody, what: 'nothing found' },
      { path: '/dienste?buchstabe=B', as: nobody, what: 'one letter' },
    ],
    '/dienste/lage/:slug': [{ path: '/dienste/lage/umzug', as: nobody }],
    '/dienste/:slug': ['hund-anmelden', 'fuehrerschein-umtauschen'].map((slug) => ({ path: `/dienste/${slug}`, as: nobody, what: slug })),
    '/verwaltung/dienste': ['', '?q=Hund', '?q=gibtesnicht', '?stand=english'].map((query) => ({
      path: `/verwaltung/dienste${query}`,
      as: editor,
      what: query,
    })),
    '/verwaltung/dienste/:id{[0-9a-f-]{36}}': [{ path: service, as: editor }],
    '/verwaltung/dienste/:id{[0-9a-f-]{36}}/vorschau': [{ path: `${service}/vorschau`, as: editor }],
    '/verwaltung/dienste/:id{[0-9a-f-]{36}}/fassungen': [{ path: `${service}/fassungen`, as: editor }],
    '/verwaltung/dienste/:id{[0-9a-f-]{36}}/fassungen/:number': [{ path: `${service}/fassungen/1`, as: editor }],
    '/verwaltung/dienste/lebenslagen/:id{[0-9a-f-]{36}}': [{ path: situation, as: editor }],
  }
}
