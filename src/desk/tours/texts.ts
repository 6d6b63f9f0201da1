import type { Texts } from '#platform/text.ts'

export const tourTexts: Texts = {
  de: {
    'tour.title': 'Tour',
    'tour.outside': 'Unterwegs mit dem Telefon',
    'tour.make': 'Als Tour drucken',
    'tour.lead':
      '{count, plural, one {# Halt} other {# Halte}}, Luftlinie zusammen {kilometres, number, ::.0} km. Der Anfang ist, was zuerst fällig ist.',
    'tour.tooMany': '{count, plural, one {Eine Meldung passt} other {# Meldungen passen}} nicht mehr auf diese Tour. Höchstens 50 Halte.',
    'tour.none': 'Keine Meldung ausgewählt',
    'tour.noneText': 'Haken Sie in der Arbeitsliste an, wohin die Tour gehen soll.',
    'tour.map': 'Karte mit allen Halten',
    'tour.due': 'fällig am {day}',
    'tour.notes': 'Notizen:',
    'tour.qr': 'Meldung {number} öffnen',
  },
  en: {
    'tour.title': 'Tour',
    'tour.outside': 'On the way with the phone',
    'tour.make': 'Print as a tour',
    'tour.lead':
      '{count, plural, one {# stop} other {# stops}}, {kilometres, number, ::.0} km as the crow flies. It starts with what is due first.',
    'tour.tooMany': '{count, plural, one {One report does} other {# reports do}} not fit on this tour. At most 50 stops.',
    'tour.none': 'No report chosen',
    'tour.noneText': 'Tick in the work list where the tour shall go.',
    'tour.map': 'Map with all stops',
    'tour.due': 'due on {day}',
    'tour.notes': 'Notes:',
    'tour.qr': 'Open report {number}',
  },
}
