import type { Texts } from '#platform/text.ts'
import { apiKeyPageTexts } from './api-keys/texts.ts'
import { logPageTexts } from './log/texts.ts'
import { organisationPageTexts } from './organisations/texts.ts'
import { peoplePageTexts } from './people/texts.ts'
import { permissionTexts } from './permission-texts.ts'
import { routingPageTexts } from './reports/routing-texts.ts'
import { reportPageTexts } from './reports/texts.ts'
import { townPageTexts } from './town/texts.ts'

const parts: readonly Texts[] = [
  organisationPageTexts,
  peoplePageTexts,
  permissionTexts,
  townPageTexts,
  reportPageTexts,
  routingPageTexts,
  logPageTexts,
  apiKeyPageTexts,
]

const shared: Texts = {
  de: {
    'administration.title': 'Verwaltung',
    'administration.lead': 'Hier richten Sie die Stadt ein: wer dazugehört, wer was darf, was gemeldet werden kann und wer es bekommt.',
    'administration.overview': 'Übersicht',
    'administration.overview.units': 'Ämter und Teams',
    'administration.overview.roles': 'Vergebene Rollen',
    'administration.overview.admins': 'Personen, die verwalten',
    'administration.overview.invitations': 'Offene Einladungen',
    'administration.operations.about': 'Aufgaben im Hintergrund, Fehler, Datenbank.',
    'administration.save': 'Speichern',
    'administration.saved': 'Gespeichert.',
    'administration.history': 'Was geschah',
  },
  en: {
    'administration.title': 'Administration',
    'administration.lead': 'Here you set the town up: who belongs to it, who may do what, what can be reported and who gets it.',
    'administration.overview': 'Overview',
    'administration.overview.units': 'Departments and teams',
    'administration.overview.roles': 'Roles given',
    'administration.overview.admins': 'People who administer',
    'administration.overview.invitations': 'Open invitations',
    'administration.operations.about': 'Background tasks, failures, database.',
    'administration.save': 'Save',
    'administration.saved': 'Saved.',
    'administration.history': 'What happened',
  },
}

export const administrationTexts: Texts = {
  de: Object.assign({}, shared.de, ...parts.map(({ de }) => de)),
  en: Object.assign({}, shared.en, ...parts.map(({ en }) => en)),
}
