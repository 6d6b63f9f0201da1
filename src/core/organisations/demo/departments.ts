/** The town halls of the demo. Everything here is invented; the addresses stand under a reserved domain (RFC 2606). */

export type DemoDepartment = {
  code: string
  name: { de: string; en: string }
  /** What the public reads as the one who is responsible. */
  task: { de: string; en: string }
  teams: readonly { code: string; name: { de: string; en: string } }[]
  email: string
  /** Numbers from the block that the German network agency keeps for films and books (030 23125 xxx). */
  phone: string
}

const at = (name: string) => `${name}@rathaus.example`

export const largeTownDepartments: readonly DemoDepartment[] = [
  {
    code: 'control',
    name: { de: 'Leitstelle Bürgerservice', en: 'Citizen service desk' },
    task: { de: 'nimmt Meldungen an und leitet sie weiter', en: 'takes reports and passes them on' },
    teams: [
      { code: 'desk', name: { de: 'Annahme', en: 'Intake' } },
      { code: 'phone', name: { de: 'Telefon', en: 'Telephone' } },
    ],
    email: at('leitstelle'),
    phone: '030 23125 100',
  },
  {
    code: 'order',
    name: { de: 'Ordnungsamt', en: 'Public order office' },
    task: { de: 'kümmert sich um Ordnung auf Straßen und Plätzen', en: 'looks after order in streets and squares' },
    teams: [
      { code: 'patrol', name: { de: 'Außendienst', en: 'Patrol' } },
      { code: 'parking', name: { de: 'Ruhender Verkehr', en: 'Parking' } },
    ],
    email: at('ordnungsamt'),
    phone: '030 23125 120',
  },
  {
    code: 'roads',
    name: { de: 'Tiefbauamt', en: 'Roads department' },
    task: { de: 'hält Straßen, Wege und Brücken in Ordnung', en: 'maintains roads, paths and bridges' },
    teams: [
      { code: 'upkeep', name: { de: 'Straßenunterhalt', en: 'Road upkeep' } },
      { code: 'planning', name: { de: 'Planung und Bau', en: 'Planning and construction' } },
      { code: 'bridges', name: { de: 'Brücken', en: 'Bridges' } },
    ],
    email: at('tiefbau'),
    phone: '030 23125 140',
  },
  {
    code: 'green',
    name: { de: 'Grünflächenamt', en: 'Parks department' },
    task: { de: 'pflegt Bäume, Parks und Spielplätze', en: 'cares for trees, parks and playgrounds' },
    teams: [
      { code: 'trees', name: { de: 'Baumpflege', en: 'Tree care' } },
      { code: 'parks', name: { de: 'Parks und Beete', en: 'Parks and beds' } },
      { code: 'play', name: { de: 'Spielplätze', en: 'Playgrounds' } },
    ],
    email: at('gruen'),
    phone: '030 23125 160',
  },
  {
    code: 'cleaning',
    name: { de: 'Stadtreinigung', en: 'Street cleaning' },
    task: { de: 'reinigt Straßen, leert Papierkörbe und streut im Winter', en: 'cleans streets, empties bins and grits in winter' },
    teams: [
      { code: 'north', name: { de: 'Revier Nord', en: 'North area' } },
      { code: 'south', name: { de: 'Revier Süd', en: 'South area' } },
      { code: 'winter', name: { de: 'Winterdienst', en: 'Winter service' } },
    ],
    email: at('reinigung'),
    phone: '030 23125 180',
  },
  {
    code: 'lighting',
    name: { de: 'Stadtwerke, Beleuchtung', en: 'Municipal works, lighting' },
    task: { de: 'betreibt die Straßenlaternen', en: 'operates the street lamps' },
    teams: [{ code: 'fitters', name: { de: 'Montage', en: 'Fitters' } }],
    email: at('beleuchtung'),
    phone: '030 23125 200',
  },
  {
    code: 'drainage',
    name: { de: 'Stadtentwässerung', en: 'Drainage' },
    task: { de: 'betreibt Kanäle, Gullys und Brunnen', en: 'operates sewers, drains and fountains' },
    teams: [
      { code: 'sewers', name: { de: 'Kanalbetrieb', en: 'Sewers' } },
      { code: 'waters', name: { de: 'Bäche und Brunnen', en: 'Streams and fountains' } },
    ],
    email: at('entwaesserung'),
    phone: '030 23125 220',
  },
  {
    code: 'buildings',
    name: { de: 'Gebäudemanagement', en: 'Building management' },
    task: { de: 'unterhält Schulen, Turnhallen und öffentliche Gebäude', en: 'maintains schools, gyms and public buildings' },
    teams: [
      { code: 'schools', name: { de: 'Schulen', en: 'Schools' } },
      { code: 'workshop', name: { de: 'Werkstatt', en: 'Workshop' } },
    ],
    email: at('gebaeude'),
    phone: '030 23125 240',
  },
  {
    code: 'traffic',
    name: { de: 'Verkehrsbehörde', en: 'Traffic authority' },
    task: { de: 'ordnet Schilder, Ampeln und Markierungen an', en: 'orders signs, traffic lights and markings' },
    teams: [
      { code: 'signals', name: { de: 'Ampeln', en: 'Signals' } },
      { code: 'signs', name: { de: 'Schilder und Markierung', en: 'Signs and markings' } },
    ],
    email: at('verkehr'),
    phone: '030 23125 260',
  },
  {
    code: 'citizens',
    name: { de: 'Bürgeramt', en: 'Citizens’ office' },
    task: { de: 'meldet an und um, stellt Ausweise und Bescheinigungen aus', en: 'registers residents, issues ID cards and certificates' },
    teams: [{ code: 'residents', name: { de: 'Meldewesen und Ausweise', en: 'Registration and ID cards' } }],
    email: at('buergeramt'),
    phone: '030 23125 110',
  },
  {
    code: 'registry',
    name: { de: 'Standesamt', en: 'Registry office' },
    task: { de: 'beurkundet Geburten, Ehen und Sterbefälle', en: 'registers births, marriages and deaths' },
    teams: [],
    email: at('standesamt'),
    phone: '030 23125 115',
  },
  {
    code: 'tax',
    name: { de: 'Stadtkasse und Steuern', en: 'Treasury and taxes' },
    task: { de: 'setzt Steuern und Gebühren fest und nimmt Geld ein', en: 'assesses taxes and fees and takes payments' },
    teams: [],
    email: at('steuern'),
    phone: '030 23125 130',
  },
  {
    code: 'youth',
    name: { de: 'Jugendamt', en: 'Youth office' },
    task: { de: 'vermittelt Plätze in Kitas und hilft Familien', en: 'finds places in daycare and helps families' },
    teams: [{ code: 'daycare', name: { de: 'Kindertagesbetreuung', en: 'Daycare' } }],
    email: at('jugendamt'),
    phone: '030 23125 150',
  },
  {
    code: 'building',
    name: { de: 'Bauordnungsamt', en: 'Building control' },
    task: { de: 'berät beim Bauen und erteilt Baugenehmigungen', en: 'advises on building and issues building permits' },
    teams: [],
    email: at('bauordnung'),
    phone: '030 23125 170',
  },
]

export const smallTownDepartments: readonly DemoDepartment[] = [
  {
    code: 'control',
    name: { de: 'Bürgerbüro', en: 'Citizen office' },
    task: { de: 'nimmt Meldungen an und leitet sie weiter', en: 'takes reports and passes them on' },
    teams: [],
    email: at('buergerbuero'),
    phone: '030 23125 300',
  },
  {
    code: 'order',
    name: { de: 'Haupt- und Ordnungsamt', en: 'Main and public order office' },
    task: { de: 'kümmert sich um Ordnung, Verkehr und Gebäude', en: 'looks after order, traffic and buildings' },
    teams: [],
    email: at('hauptamt'),
    phone: '030 23125 320',
  },
  {
    code: 'yard',
    name: { de: 'Bauhof', en: 'Municipal yard' },
    task: {
      de: 'repariert, mäht, räumt und reinigt in der ganzen Gemeinde',
      en: 'repairs, mows, clears and cleans in the whole municipality',
    },
    teams: [],
    email: at('bauhof'),
    phone: '030 23125 340',
  },
]

const smallTownCover: Record<string, string> = {
  control: 'control',
  citizens: 'control',
  registry: 'control',
  youth: 'control',
  order: 'order',
  tax: 'order',
  traffic: 'order',
  buildings: 'order',
  building: 'order',
}

/** A small town has fewer doors: the yard does what has no office of its own. */
export const departmentIn = (town: 'large' | 'small', code: string): string => (town === 'large' ? code : (smallTownCover[code] ?? 'yard'))
