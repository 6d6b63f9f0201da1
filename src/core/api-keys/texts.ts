import type { Texts } from '#platform/text.ts'

export const apiKeyTexts: Texts = {
  de: {
    'refusal.scopeUnknown': 'Ein solches Recht für Programme gibt es nicht.',
    'refusal.unitNeeded': 'Bitte wählen Sie, für welches Amt oder Team der Schlüssel gilt.',
    'refusal.expiresPast': 'Der letzte Tag liegt in der Vergangenheit.',
    'refusal.tooManyKeys': 'Es gibt schon {most} gültige Schlüssel. Bitte widerrufen Sie erst einen, der nicht mehr gebraucht wird.',
  },
  en: {
    'refusal.scopeUnknown': 'There is no such right for programs.',
    'refusal.unitNeeded': 'Please choose for which department or team the key counts.',
    'refusal.expiresPast': 'The last day is in the past.',
    'refusal.tooManyKeys': 'There are {most} valid keys already. Please revoke one first that is no longer needed.',
  },
}
