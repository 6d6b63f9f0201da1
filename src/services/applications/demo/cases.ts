/** What somebody of the demo does with an application, so many days ago. `by` is the code of a person. */
export type Done = { daysAgo: number; by: string } & (
  | { step: string; text?: string; outcome?: string; reason?: string }
  | { opinion: string; verdict: 'agrees' | 'conditions' | 'objects'; text: string }
  | { assign: string }
  | { note: string }
  | { letter: 'written' | 'delivered' }
  /** Objects to the decision that was delivered; what follows happens to the objection. */
  | { objection: Record<string, unknown> }
)

export type DemoApplication = {
  /** Address of the service. */
  service: string
  by: string
  /** Sent without an account, with this address for news, which was confirmed; `by` is nobody then. */
  guest?: string
  sentDaysAgo: number
  answers: Record<string, unknown>
  /** Fields that want a document. */
  papers?: readonly string[]
  /** Who signs it too, by which name and so many days after; without days it waits. */
  signedBy?: { name: string; daysLater?: number }
  life: readonly Done[]
}

const clerk = 'torsten.ruhland'
const lead = 'ruediger.stamm'

const home = (street: string, houseNumber: string) => ({ street, houseNumber, postalCode: '14990', city: 'Lindenfurt' })

/** Reachable under a reserved domain only. */
const mail = (name: string) =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')}@post.example`

const trade = (firstName: string, lastName: string, activity: string, street: string) => ({
  sort: 'trade',
  legal: 'person',
  applicant: { firstName, lastName, birthDate: '1986-04-17', birthPlace: 'Lindenfurt', nationality: 'deutsch' },
  address: home(street, '14'),
  email: mail(lastName),
  activity,
  businessAddress: home(street, '16'),
  begins: '2027-01-02',
  besideJob: false,
  staff: 1,
  craft: false,
  truth: true,
})

const event = (eventName: string, guests: number, programme: string) => ({
  applicant: { firstName: 'Renate', lastName: 'Kühlewind' },
  address: home('Gartenweg', '3'),
  email: 'renate.kuehlewind@post.example',
  phone: '030 23125 801',
  eventName,
  programme,
  guests,
  music: true,
  musicUntil: '21:00',
  alcohol: false,
  spot: { lat: 52.5, lon: 13.4, label: 'Marktplatz' },
  squareMetres: 400,
  closing: true,
  begins: '14:00',
  ends: '21:00',
  truth: true,
})

type Named = { firstName: string; lastName: string }
const daycare = (parent: Named, other: Named, child: string) => ({
  applicant: parent,
  address: home('Lindenweg', '4'),
  email: mail(`${parent.firstName}${parent.lastName}`),
  phone: '030 23125 377',
  alone: false,
  custody: true,
  otherParent: { ...other, email: mail(`${other.firstName}${other.lastName}`) },
  children: [
    {
      child: { firstName: child, lastName: parent.lastName, birthDate: '2024-09-12' },
      hours: 'eight',
      houses: ['apfelbaum', 'sonnenschein'],
      sibling: false,
      special: 'Verträgt keine Nüsse.',
    },
  ],
  occupation: 'work',
  weeklyHours: 32,
  measles: true,
  truth: true,
})

/** Days from today, for events that lie ahead: filled in when it is sent. */
export const AHEAD = 60

/** Applications at the public order office in the states that a clerk meets in a morning. */
export const demoApplications: readonly DemoApplication[] = [
  {
    service: 'anfrage-oder-beschwerde',
    by: '',
    guest: 'jule.wiegand@post.example',
    sentDaysAgo: 4,
    answers: {
      sort: 'question',
      concern: 'Unser Sportverein möchte im Herbst Laternen im Stadtpark aufhängen. Bei wem fragen wir an, und wie lange dauert das?',
      how: 'here',
      email: 'jule.wiegand@post.example',
    },
    life: [
      { daysAgo: 3, by: 'petra.uhlenbrock', step: 'accept' },
      {
        daysAgo: 2,
        by: 'petra.uhlenbrock',
        step: 'ask',
        text: 'An welchen Abenden sollen die Laternen hängen, und brauchen Sie dort Strom?',
      },
    ],
  },
  {
    service: 'gewerbe-anmelden',
    by: 'sofia.marchetti',
    sentDaysAgo: 1,
    answers: trade('Sofia', 'Marchetti', 'Verkauf von Speiseeis und Kaffee', 'Marktstraße'),
    life: [],
  },
  {
    service: 'gewerbe-anmelden',
    by: 'pawel.zielinski',
    sentDaysAgo: 6,
    answers: trade('Pawel', 'Zielinski', 'Dacharbeiten und Reinigung von Dachrinnen', 'Bahnhofstraße'),
    life: [
      { daysAgo: 5, by: clerk, step: 'accept' },
      { daysAgo: 5, by: clerk, assign: clerk },
      { daysAgo: 4, by: clerk, step: 'start' },
      {
        daysAgo: 3,
        by: clerk,
        step: 'ask',
        text: 'Dacharbeiten sind ein Handwerk. Bitte schicken Sie uns Ihre Handwerkskarte oder sagen Sie uns, warum Sie keine brauchen.',
      },
    ],
  },
  {
    service: 'veranstaltung-auf-oeffentlicher-flaeche',
    by: 'renate.kuehlewind',
    sentDaysAgo: 12,
    answers: { organiser: 'neighbours', ...event('Adventssingen am Brunnen', 250, 'Der Chor singt, dazu ein Stand mit Tee und Gebäck.') },
    papers: ['plan', 'insurance'],
    life: [
      { daysAgo: 11, by: clerk, step: 'accept' },
      { daysAgo: 11, by: clerk, assign: clerk },
      { daysAgo: 10, by: clerk, step: 'start' },
      { daysAgo: 9, by: clerk, step: 'askOpinions' },
      {
        daysAgo: 6,
        by: 'matthias.kreuzer',
        opinion: 'traffic',
        verdict: 'conditions',
        text: 'Zufahrt zur Marktstraße bleibt frei; zwei Ordner an der Absperrung.',
      },
      { daysAgo: 5, by: clerk, note: 'Veranstalterin wegen der Ordner angerufen, ist einverstanden.' },
    ],
  },
  {
    service: 'veranstaltung-auf-oeffentlicher-flaeche',
    by: 'renate.kuehlewind',
    sentDaysAgo: 11,
    answers: { organiser: 'neighbours', ...event('Lichterfest im Park', 400, 'Laternenumzug und Bühne für den Chor.') },
    papers: ['plan', 'insurance'],
    life: [
      { daysAgo: 10, by: clerk, step: 'accept' },
      { daysAgo: 10, by: clerk, step: 'start' },
      { daysAgo: 9, by: clerk, step: 'askOpinions' },
      {
        daysAgo: 6,
        by: 'matthias.kreuzer',
        opinion: 'traffic',
        verdict: 'conditions',
        text: 'Zufahrt zur Marktstraße bleibt frei; zwei Ordner an der Absperrung.',
      },
    ],
  },
  {
    service: 'veranstaltung-auf-oeffentlicher-flaeche',
    by: 'renate.kuehlewind',
    sentDaysAgo: 24,
    answers: { organiser: 'neighbours', ...event('Nachbarschaftsfest im Gartenweg', 80, 'Lange Tafel, Kinderspiele, Flohmarkt.') },
    papers: ['plan', 'insurance'],
    life: [
      { daysAgo: 23, by: clerk, step: 'accept' },
      { daysAgo: 22, by: clerk, step: 'start' },
      { daysAgo: 21, by: clerk, step: 'askOpinions' },
      { daysAgo: 18, by: 'matthias.kreuzer', opinion: 'traffic', verdict: 'agrees', text: 'Sperrung nach Plan, keine Bedenken.' },
      { daysAgo: 17, by: 'bjoern.steinfatt', opinion: 'parks', verdict: 'agrees', text: 'Keine Bäume betroffen.' },
      { daysAgo: 16, by: 'stefan.kehrmann', opinion: 'cleaning', verdict: 'conditions', text: 'Müll am selben Abend einsammeln.' },
      {
        daysAgo: 2,
        by: clerk,
        step: 'draft',
        outcome: 'granted',
        text: 'Die Veranstaltung beeinträchtigt den Verkehr nur wenig; Rettungswege bleiben frei (§ 29 Abs. 2 StVO, § 18 NStrG). Auflage: Der Müll wird am selben Abend eingesammelt.',
      },
    ],
  },
  {
    service: 'veranstaltung-auf-oeffentlicher-flaeche',
    by: 'renate.kuehlewind',
    sentDaysAgo: 25,
    answers: { organiser: 'neighbours', ...event('Hoffest der Kleingärten', 120, 'Musik vom Akkordeon, Kuchen, Pflanzentausch.') },
    papers: ['plan', 'insurance'],
    life: [
      { daysAgo: 23, by: clerk, step: 'accept' },
      { daysAgo: 22, by: clerk, step: 'start' },
      { daysAgo: 21, by: clerk, step: 'askOpinions' },
      { daysAgo: 18, by: 'matthias.kreuzer', opinion: 'traffic', verdict: 'agrees', text: 'Sperrung nach Plan, keine Bedenken.' },
      { daysAgo: 17, by: 'bjoern.steinfatt', opinion: 'parks', verdict: 'agrees', text: 'Keine Bäume betroffen.' },
      { daysAgo: 16, by: 'stefan.kehrmann', opinion: 'cleaning', verdict: 'conditions', text: 'Müll am selben Abend einsammeln.' },
      {
        daysAgo: 2,
        by: clerk,
        step: 'draft',
        outcome: 'granted',
        text: 'Die Veranstaltung beeinträchtigt den Verkehr nur wenig; Rettungswege bleiben frei (§ 29 Abs. 2 StVO, § 18 NStrG). Auflage: Der Müll wird am selben Abend eingesammelt.',
      },
    ],
  },
  {
    service: 'gewerbe-anmelden',
    by: 'ida.loeffelholz',
    sentDaysAgo: 15,
    answers: trade('Ida', 'Löffelholz', 'Herstellung und Verkauf von Torten', 'Lange Straße'),
    life: [
      { daysAgo: 14, by: clerk, step: 'accept' },
      { daysAgo: 13, by: clerk, step: 'start' },
      {
        daysAgo: 8,
        by: clerk,
        step: 'draft',
        outcome: 'granted',
        text: 'Die Anzeige ist vollständig (§ 14 GewO). Gründe gegen die Zuverlässigkeit sind nicht bekannt.',
      },
      { daysAgo: 4, by: lead, step: 'approve' },
      { daysAgo: 3, by: clerk, letter: 'written' },
    ],
  },
  {
    service: 'gewerbe-anmelden',
    by: 'hasan.celik',
    sentDaysAgo: 30,
    answers: trade('Hasan', 'Çelik', 'Lieferung von Backwaren', 'Marktstraße'),
    life: [
      { daysAgo: 29, by: clerk, step: 'accept' },
      { daysAgo: 28, by: clerk, step: 'start' },
      { daysAgo: 26, by: clerk, step: 'draft', outcome: 'granted', text: 'Die Anzeige ist vollständig (§ 14 GewO).' },
      { daysAgo: 25, by: lead, step: 'approve' },
      { daysAgo: 24, by: clerk, letter: 'delivered' },
    ],
  },
  {
    service: 'veranstaltung-auf-oeffentlicher-flaeche',
    by: 'hasan.celik',
    sentDaysAgo: 44,
    answers: {
      organiser: 'neighbours',
      ...event('Backfest auf dem Marktplatz', 300, 'Backen mit Kindern, Musik bis in den Abend.'),
      applicant: { firstName: 'Hasan', lastName: 'Çelik' },
      address: home('Marktstraße', '14'),
      email: mail('Çelik'),
    },
    papers: ['plan', 'insurance'],
    life: [
      { daysAgo: 43, by: clerk, step: 'accept' },
      { daysAgo: 42, by: clerk, step: 'start' },
      {
        daysAgo: 30,
        by: clerk,
        step: 'draft',
        outcome: 'refused',
        text: 'Der Marktplatz ist an diesem Tag schon vergeben. Musik bis in den Abend stört die Anwohner (§ 29 Abs. 2 StVO, § 18 NStrG).',
      },
      { daysAgo: 29, by: lead, step: 'approve' },
      { daysAgo: 28, by: clerk, letter: 'delivered' },
      { daysAgo: 27, by: clerk, step: 'close' },
      {
        daysAgo: 5,
        by: 'hasan.celik',
        objection: {
          reasons: 'Der Platz ist nach dem Aushang am Rathaus frei. Die Musik endet um 19 Uhr, das hatte ich am Telefon gesagt.',
        },
      },
      { daysAgo: 4, by: clerk, step: 'accept' },
    ],
  },
  {
    service: 'gewerbe-anmelden',
    by: 'ngoc.anh.pham',
    sentDaysAgo: 40,
    answers: trade('Ngoc Anh', 'Pham', 'Verkauf von Schnittblumen auf dem Wochenmarkt', 'Bahnhofstraße'),
    life: [
      { daysAgo: 39, by: clerk, step: 'accept' },
      { daysAgo: 38, by: clerk, step: 'start' },
    ],
  },
  {
    service: 'kita-platz',
    by: 'amira.haddad',
    sentDaysAgo: 9,
    answers: daycare({ firstName: 'Amira', lastName: 'Haddad' }, { firstName: 'Karim', lastName: 'Haddad' }, 'Lina'),
    signedBy: { name: 'Karim Haddad', daysLater: 1 },
    life: [],
  },
  {
    service: 'kita-platz',
    by: 'pawel.zielinski',
    sentDaysAgo: 2,
    answers: daycare({ firstName: 'Paweł', lastName: 'Zieliński' }, { firstName: 'Marta', lastName: 'Zielińska' }, 'Ola'),
    signedBy: { name: 'Marta Zielińska' },
    life: [],
  },
]
