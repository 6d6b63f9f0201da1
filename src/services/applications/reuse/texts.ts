import type { Texts } from '#platform/text.ts'

/** Words for what is taken over from earlier applications. */
export const reuseTexts: Texts = {
  de: {
    'reuse.title': 'Aus Ihrem Antrag „{title}“ vom {day} übernehmen?',
    'reuse.take': 'Eintragen',
    'reuse.all': 'Alles eintragen',
    'reuse.note': 'Bitte prüfen Sie, ob es noch stimmt. Wir merken uns, dass Sie es übernommen haben, nicht noch einmal was.',
    'reuse.list': 'Was Sie übernommen haben',
    'reuse.list.title': 'Übernommene Angaben',
    'reuse.list.lead': 'Angaben, die Sie nicht noch einmal tippen mussten. Nur Sie sehen diese Liste.',
    'reuse.list.none': 'Noch nichts übernommen',
    'reuse.list.none.text': 'Wenn Sie etwas noch einmal beantragen, bieten wir an, was Sie schon einmal angegeben haben.',
    'reuse.column.label': 'Angabe',
    'reuse.column.from': 'Aus',
    'reuse.column.to': 'Für',
    'reuse.column.at': 'Wann',
    'reuse.from.deleted': 'Gelöschter Antrag',
    'reuse.to.draft': 'Entwurf',
  },
  en: {
    'reuse.title': 'Take over from your application “{title}” of {day}?',
    'reuse.take': 'Fill in',
    'reuse.all': 'Fill in all',
    'reuse.note': 'Please check whether it still holds. We note that you took it over, not once more what it says.',
    'reuse.list': 'What you have taken over',
    'reuse.list.title': 'Answers taken over',
    'reuse.list.lead': 'Answers that you did not have to type again. Only you see this list.',
    'reuse.list.none': 'Nothing taken over yet',
    'reuse.list.none.text': 'When you apply for something again we offer what you have said before.',
    'reuse.column.label': 'Answer',
    'reuse.column.from': 'From',
    'reuse.column.to': 'For',
    'reuse.column.at': 'When',
    'reuse.from.deleted': 'Deleted application',
    'reuse.to.draft': 'Draft',
  },
}
