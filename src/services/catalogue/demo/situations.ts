import type { SituationIcon } from '../situation.rules.ts'

type DemoSituation = { code: string; icon: SituationIcon; name: { de: string; en: string }; text: { de: string; en: string } }

/** In the order in which the page shows them. */
export const demoSituations: readonly DemoSituation[] = [
  {
    code: 'move',
    icon: 'home',
    name: { de: 'Umzug', en: 'Moving' },
    text: {
      de: 'Neu in der Stadt, eine andere Straße oder weit fort: Diese Dienste brauchen Sie rund um die neue Wohnung.',
      en: 'New in town, another street, or far away: these are the services you need around your new home.',
    },
  },
  {
    code: 'child',
    icon: 'child',
    name: { de: 'Kind und Familie', en: 'Children and family' },
    text: { de: 'Von der Geburt bis zum Kita-Platz.', en: 'From birth to a place in daycare.' },
  },
  {
    code: 'papers',
    icon: 'card',
    name: { de: 'Ausweis und Papiere', en: 'ID and papers' },
    text: {
      de: 'Ausweise, Urkunden, Bescheinigungen und Beglaubigungen.',
      en: 'ID cards, passports, certificates and certified copies.',
    },
  },
  {
    code: 'car',
    icon: 'car',
    name: { de: 'Auto und Parken', en: 'Car and parking' },
    text: { de: 'Parken vor der Tür, zulassen, Führerschein.', en: 'Parking at home, registering a car, driving licence.' },
  },
  {
    code: 'waste',
    icon: 'bin',
    name: { de: 'Abfall', en: 'Waste' },
    text: {
      de: 'Was nicht in die Tonne passt, und was sonst mit Müll zu tun hat.',
      en: 'What does not fit into the bin, and other questions of waste.',
    },
  },
  {
    code: 'dog',
    icon: 'dog',
    name: { de: 'Hund', en: 'Dog' },
    text: { de: 'An- und Abmelden, Steuer und Marke.', en: 'Registering and deregistering, tax and tag.' },
  },
  {
    code: 'building',
    icon: 'tool',
    name: { de: 'Bauen und Grundstück', en: 'Building and land' },
    text: { de: 'Bauen, umbauen, Bäume fällen.', en: 'Building, rebuilding, felling trees.' },
  },
  {
    code: 'business',
    icon: 'shop',
    name: { de: 'Gewerbe und Betrieb', en: 'Trade and business' },
    text: { de: 'Ein Gewerbe beginnen, ändern oder beenden.', en: 'Starting, changing or ending a business.' },
  },
  {
    code: 'marriage',
    icon: 'heart',
    name: { de: 'Heirat', en: 'Marriage' },
    text: { de: 'Vom Anmelden bis zur Urkunde.', en: 'From giving notice to the certificate.' },
  },
  {
    code: 'housing',
    icon: 'building',
    name: { de: 'Wohnen und Geld', en: 'Housing and money' },
    text: { de: 'Hilfe, wenn die Miete zu hoch ist.', en: 'Help when the rent is too high.' },
  },
  {
    code: 'events',
    icon: 'calendar-today',
    name: { de: 'Feste und Veranstaltungen', en: 'Parties and events' },
    text: { de: 'Feiern auf Straßen, Plätzen und in Parks.', en: 'Celebrating in streets, squares and parks.' },
  },
  {
    code: 'death',
    icon: 'leaf',
    name: { de: 'Todesfall', en: 'Death in the family' },
    text: { de: 'Was in den ersten Tagen zu tun ist.', en: 'What has to be done in the first days.' },
  },
  {
    code: 'voice',
    icon: 'chat',
    name: { de: 'Fragen und Beschwerden', en: 'Questions and complaints' },
    text: { de: 'Fragen, sich beschweren, Akten einsehen.', en: 'Asking, complaining, seeing records.' },
  },
]
