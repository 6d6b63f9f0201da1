import type { Module } from '#platform/module.ts'
import { assetRoutes } from './asset.routes.tsx'

const de = {
  'asset.map': 'Karte: {place}',
  'asset.report': 'Schaden melden',
  'asset.subscribe': 'Abonnieren',
  'asset.label': 'Etikett drucken',
  'asset.none': 'Hier wurde noch nichts gemeldet',
  'asset.none.text': 'Sobald es hier einen Schaden gibt, steht er auf dieser Seite.',
  'asset.years': 'Jahr für Jahr',
  'asset.year': 'Jahr',
  'asset.reports': 'Meldungen',
  'asset.repairs': 'Reparaturen',
  'asset.history': 'Was hier war',
  'asset.more': 'Die neuesten {count} Meldungen.',
  'asset.what': 'Meldung',
  'asset.at': 'Gemeldet',
  'asset.stage': 'Stand',
}
const en: typeof de = {
  'asset.map': 'Map: {place}',
  'asset.report': 'Report damage',
  'asset.subscribe': 'Subscribe',
  'asset.label': 'Print a label',
  'asset.none': 'Nothing has been reported here yet',
  'asset.none.text': 'As soon as there is damage here, it stands on this page.',
  'asset.years': 'Year by year',
  'asset.year': 'Year',
  'asset.reports': 'Reports',
  'asset.repairs': 'Repairs',
  'asset.history': 'What happened here',
  'asset.more': 'The newest {count} reports.',
  'asset.what': 'Report',
  'asset.at': 'Reported',
  'asset.stage': 'Stage',
}

/** What things with a plate remember. */
export const reportAssets: Module = { name: 'reportAssets', texts: { de, en }, routes: assetRoutes }
