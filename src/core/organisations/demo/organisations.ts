/** Businesses and clubs of the demo towns, all invented. `contacts` name people of `citizens.ts`. */
export type DemoOrganisation = {
  code: string
  kind: 'business' | 'club'
  name: string
  purpose: { de: string; en: string }
  email: string
  contacts: readonly string[]
}

const organisation = (
  code: string,
  kind: 'business' | 'club',
  name: string,
  de: string,
  en: string,
  contacts: readonly string[],
): DemoOrganisation => ({
  code,
  kind,
  name,
  purpose: { de, en },
  email: `kontakt@${code}.example`,
  contacts,
})

export const demoOrganisations: readonly DemoOrganisation[] = [
  organisation('baeckerei-celik', 'business', 'Bäckerei Çelik & Söhne', 'Handwerksbäckerei mit Café', 'artisan bakery with café', [
    'hasan.celik',
  ]),
  organisation(
    'buchhandlung-trautwein',
    'business',
    'Buchhandlung Trautwein',
    'Bücher, Lesungen, Schulbedarf',
    'books, readings, school supplies',
    ['simone.trautwein'],
  ),
  organisation('gelateria-marchetti', 'business', 'Gelateria Marchetti', 'Eisdiele am Markt', 'ice cream parlour at the market', [
    'sofia.marchetti',
  ]),
  organisation('dachbau-zielinski', 'business', 'Dachbau Zielinski GmbH', 'Dächer, Rinnen, Fassaden', 'roofs, gutters, facades', [
    'pawel.zielinski',
  ]),
  organisation('immergruen', 'business', 'Immergrün Garten- und Wegebau', 'Wege, Bäume, Grünpflege', 'paths, trees, green care', [
    'lars.immergruen',
  ]),
  organisation('blumen-pham', 'business', 'Blumen Pham', 'Blumen und Lieferung am selben Tag', 'flowers, same-day delivery', [
    'ngoc.anh.pham',
  ]),
  organisation('tsv-morgenrot', 'club', 'TSV Morgenrot e. V.', 'Sportverein mit 900 Mitgliedern', 'sports club with 900 members', [
    'tim.rottmann',
  ]),
  organisation('chor-querklang', 'club', 'Chor Querklang e. V.', 'gemischter Chor', 'mixed choir', ['renate.kuehlewind']),
  organisation('gartenfreunde', 'club', 'Gartenfreunde Sonnenhang e. V.', 'Kleingartenverein', 'allotment club', ['walter.hinrichsen']),
  organisation(
    'rad-und-tat',
    'club',
    'Rad & Tat e. V.',
    'Fahrrad-Initiative und Selbsthilfe-Werkstatt',
    'cycling initiative and repair workshop',
    ['soeren.petersen', 'amira.haddad'],
  ),
  organisation('vogelfreunde', 'club', 'Vogelfreunde e. V.', 'Vogelschutz und Nistkästen', 'bird protection and nesting boxes', [
    'marlies.entenmann',
  ]),
  organisation(
    'heimatverein',
    'club',
    'Heimat- und Geschichtsverein e. V.',
    'Stadtgeschichte, Archiv, Führungen',
    'town history, archive, tours',
    ['winfried.stoehr', 'gerlinde.oberpaur'],
  ),
]
