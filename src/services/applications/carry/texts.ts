import type { Texts } from '#platform/text.ts'

/** Words for a draft whose form was changed meanwhile. */
export const carryTexts: Texts = {
  de: {
    'carry.title': 'Das Formular hat sich geändert',
    'carry.lead':
      'Seit Sie angefangen haben, gibt es eine neue Fassung. {count, plural, =0 {Ihre Angaben} one {Eine Ihrer Angaben} other {# Ihrer Angaben}} {count, plural, =0 {müssen Sie neu machen} one {geht mit} other {gehen mit}}.',
    'carry.dropped': 'Was nicht mitgeht',
    'carry.dropped.lead': 'Damit nichts verloren ist, steht hier, was Sie geschrieben hatten.',
    'carry.reason.gone': 'Danach wird nicht mehr gefragt.',
    'carry.reason.kind': 'Danach wird jetzt anders gefragt.',
    'carry.reason.notReadable': 'Diese Antwort ist nicht mehr möglich.',
    'carry.reason.reworded': 'Die Erklärung hat einen neuen Wortlaut. Bitte bestätigen Sie sie neu.',
    'carry.reason.hidden': 'Danach wird bei Ihren Angaben nicht mehr gefragt.',
    'carry.asked': 'Was wir neu fragen',
    'carry.all': 'Alle Ihre Angaben gehen mit',
    'carry.all.text': 'Sie machen da weiter, wo Sie waren.',
    'carry.go': 'Weiter mit der neuen Fassung',
    'carry.later': 'Später weitermachen',
    'carry.done': 'Ihr Entwurf ist jetzt in der neuen Fassung.',
    'refusal.newerChanged': 'Inzwischen hat sich noch etwas geändert. Bitte sehen Sie noch einmal nach, was mitgeht.',
  },
  en: {
    'carry.title': 'The form has changed',
    'carry.lead':
      'There is a new version since you began. {count, plural, =0 {You have to answer anew} one {One of your answers goes along} other {# of your answers go along}}.',
    'carry.dropped': 'What does not go along',
    'carry.dropped.lead': 'So that nothing is lost, here is what you had written.',
    'carry.reason.gone': 'This is not asked any more.',
    'carry.reason.kind': 'This is asked in another way now.',
    'carry.reason.notReadable': 'This answer is no longer possible.',
    'carry.reason.reworded': 'The declaration has new words. Please confirm it anew.',
    'carry.reason.hidden': 'With your answers this is not asked any more.',
    'carry.asked': 'What we ask anew',
    'carry.all': 'All your answers go along',
    'carry.all.text': 'You go on where you were.',
    'carry.go': 'Go on with the new version',
    'carry.later': 'Go on later',
    'carry.done': 'Your draft is now in the new version.',
    'refusal.newerChanged': 'Something else has changed meanwhile. Please look once more at what goes along.',
  },
}
