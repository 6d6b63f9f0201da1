/** The accounts that the demo's sign-in page offers: one for each role, with one line on what it is good for. */
export type DemoAccount = {
  /** Code of a person in `citizens.ts` or `staff.ts`. */
  person: string
  town: 'large' | 'small'
  role:
    | 'citizen'
    | 'business'
    | 'club'
    | 'dispatcher'
    | 'clerk'
    | 'applications'
    | 'opinions'
    | 'traffic'
    | 'cleaning'
    | 'approvals'
    | 'taxes'
    | 'treasury'
    | 'crew'
    | 'lead'
    | 'moderator'
    | 'editor'
    | 'admin'
    | 'auditor'
    | 'operator'
  /** Organisation the account acts for. */
  organisation?: string
  line: { de: string; en: string }
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    person: 'amira.haddad',
    town: 'large',
    role: 'citizen',
    line: { de: 'Bürgerin: hat fünf Meldungen geschickt und folgt ihrem Stand', en: 'Citizen: has sent five reports and follows them' },
  },
  {
    person: 'priya.raman',
    town: 'large',
    role: 'citizen',
    line: { de: 'Neu in der Stadt: benutzt die englischen Seiten', en: 'New in town: uses the English pages' },
  },
  {
    person: 'hasan.celik',
    town: 'large',
    role: 'business',
    organisation: 'baeckerei-celik',
    line: { de: 'Bäcker: handelt für sich und für seinen Betrieb', en: 'Baker: acts for himself and for his business' },
  },
  {
    person: 'tim.rottmann',
    town: 'large',
    role: 'club',
    organisation: 'tsv-morgenrot',
    line: { de: 'Trainer: handelt für den Sportverein', en: 'Coach: acts for the sports club' },
  },
  {
    person: 'petra.uhlenbrock',
    town: 'large',
    role: 'dispatcher',
    line: { de: 'Leitstelle: verteilt neue Meldungen an die Ämter', en: 'Service desk: gives new reports to the departments' },
  },
  {
    person: 'anja.wendehorst',
    town: 'large',
    role: 'clerk',
    line: { de: 'Sachbearbeiterin im Tiefbauamt: nimmt an, fragt zurück, antwortet', en: 'Clerk for roads: accepts, asks back, answers' },
  },
  {
    person: 'torsten.ruhland',
    town: 'large',
    role: 'applications',
    line: {
      de: 'Sachbearbeiter im Ordnungsamt: bearbeitet Anträge, holt Stellungnahmen ein, schreibt Bescheide',
      en: 'Clerk for public order: works on applications, asks for opinions, writes notices',
    },
  },
  {
    person: 'bjoern.steinfatt',
    town: 'large',
    role: 'opinions',
    line: { de: 'Sachbearbeiter im Grünflächenamt: gibt Stellungnahmen ab', en: 'Clerk for parks: gives opinions' },
  },
  {
    person: 'matthias.kreuzer',
    town: 'large',
    role: 'traffic',
    line: { de: 'Sachbearbeiter der Verkehrsbehörde: gibt Stellungnahmen ab', en: 'Clerk for traffic: gives opinions' },
  },
  {
    person: 'stefan.kehrmann',
    town: 'large',
    role: 'cleaning',
    line: { de: 'Sachbearbeiter der Stadtreinigung: gibt Stellungnahmen ab', en: 'Clerk for cleaning: gives opinions' },
  },
  {
    person: 'farid.nazari',
    town: 'large',
    role: 'taxes',
    line: { de: 'Sachbearbeiter im Steueramt: bearbeitet Anmeldungen von Hunden', en: 'Clerk for taxes: works on registrations of dogs' },
  },
  {
    person: 'sabine.harbort',
    town: 'large',
    role: 'treasury',
    line: {
      de: 'Leiterin der Stadtkasse: liest Kontoauszüge ein, gibt Steuerbescheide frei',
      en: 'Head of the treasury: takes in bank statements, approves tax notices',
    },
  },
  {
    person: 'ruediger.stamm',
    town: 'large',
    role: 'approvals',
    line: { de: 'Leiter Ordnungsamt: gibt Entscheidungen frei', en: 'Head of public order: approves decisions' },
  },
  {
    person: 'goran.petric',
    town: 'large',
    role: 'crew',
    line: { de: 'Kolonne: repariert und schickt das Foto danach', en: 'Crew: repairs and sends the photo afterwards' },
  },
  {
    person: 'heike.lohmar',
    town: 'large',
    role: 'lead',
    line: { de: 'Leiterin Tiefbauamt: sieht, was zu lange liegt', en: 'Head of roads: sees what takes too long' },
  },
  {
    person: 'malte.griesebach',
    town: 'large',
    role: 'moderator',
    line: {
      de: 'Moderation: prüft Texte und Bilder vor dem Veröffentlichen',
      en: 'Moderator: checks texts and pictures before publication',
    },
  },
  {
    person: 'samira.belhadi',
    town: 'large',
    role: 'editor',
    line: { de: 'Redaktion: pflegt Meldungsarten und Texte', en: 'Editor: maintains categories and texts' },
  },
  {
    person: 'dr.wiebke.thalmayr',
    town: 'large',
    role: 'admin',
    line: { de: 'Verwaltung: Ämter, Rollen, Zuständigkeiten', en: 'Administration: departments, roles, responsibilities' },
  },
  {
    person: 'konrad.eschenlohr',
    town: 'large',
    role: 'auditor',
    line: { de: 'Prüfung: sieht, wer was getan und gelesen hat', en: 'Auditor: sees who did and who read what' },
  },
  {
    person: 'soeren.petersen',
    town: 'large',
    role: 'operator',
    line: { de: 'Betrieb: sieht Warteschlangen und legt Städte an', en: 'Operator: sees queues and sets up towns' },
  },
  {
    person: 'markus.aigner.thoma',
    town: 'small',
    role: 'admin',
    line: { de: 'Kleine Gemeinde: einer macht alles', en: 'Small town: one person does everything' },
  },
]
