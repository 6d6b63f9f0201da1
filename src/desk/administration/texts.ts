import { organisationPageTexts } from '#desk/administration/organisations/texts.ts'
import type { Texts } from '#platform/text.ts'

const parts: readonly Texts[] = [organisationPageTexts]

const shared: Texts = {
  de: {
    'administration.title': 'Verwaltung',
    'administration.save': 'Speichern',
    'administration.saved': 'Gespeichert.',
    'administration.history': 'Was geschah',
  },
  en: {
    'administration.title': 'Administration',
    'administration.save': 'Save',
    'administration.saved': 'Saved.',
    'administration.history': 'What happened',
  },
}

export const administrationTexts: Texts = {
  de: Object.assign({}, shared.de, ...parts.map(({ de }) => de)),
  en: Object.assign({}, shared.en, ...parts.map(({ en }) => en)),
}
