import { demoVisitor, signedInDemo } from '../../setup/demo-visitor.ts'
import type { Stop } from './addresses.ts'

/** Pages that have little or nothing to show, and those that say no. */
export async function emptyStops(url: string): Promise<Stop[]> {
  const nobody = demoVisitor(url)
  const citizen = await signedInDemo(url, 'Amira Haddad')
  const origin = url.replace('//localhost', '//eulenrode.localhost')
  const elsewhere = demoVisitor(url, 'eulenrode')
  const alone = await signedInDemo(url, 'Markus Aigner-Thoma', 'eulenrode')
  const small = (path: string, as = elsewhere): Stop => ({ path, as, origin, what: 'small town' })
  return [
    { path: '/gibt-es-nicht', as: nobody, what: 'unknown', status: 404 },
    { path: '/meldungen/M-2222-2222', as: nobody, what: 'unknown report', status: 404 },
    { path: '/amt', as: citizen, what: 'not allowed', status: 403 },
    small('/'),
    small('/meldungen'),
    small('/rathaus'),
    small('/vereine-und-betriebe'),
    small('/suche?q=gibtesnicht'),
    small('/demo/postfach'),
    small('/mein/mitteilungen', alone),
    small('/verwaltung', alone),
    small('/verwaltung/personen/einladungen', alone),
  ]
}
