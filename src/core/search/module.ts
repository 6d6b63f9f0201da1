import type { Module } from '#platform/module.ts'
import { searchRoutes } from './search.routes.tsx'

export const search: Module = {
  name: 'search',
  routes: searchRoutes,
  texts: {
    de: {
      'search.title': 'Suche',
      'search.count': '{count, plural, =0 {Nichts} one {Ein Treffer} other {# Treffer}} für „{words}“',
      'search.nothing': 'Dazu haben wir nichts gefunden',
      'search.nothing.text': 'Versuchen Sie es mit einem anderen Wort, mit weniger Wörtern oder mit einer Straße und Hausnummer.',
      'search.start': 'Was suchen Sie?',
      'search.start.text': 'Eine Meldung, eine Straße, ein Amt, einen Verein … Tippfehler machen nichts.',
      'search.keys.search': 'in das Suchfeld',
      'search.keys.next': 'nächster Treffer',
      'search.keys.previous': 'voriger Treffer',
      'search.keys.open': 'öffnen',
    },
    en: {
      'search.title': 'Search',
      'search.count': '{count, plural, =0 {Nothing} one {One result} other {# results}} for “{words}”',
      'search.nothing': 'We found nothing for this',
      'search.nothing.text': 'Try another word, fewer words, or a street with a house number.',
      'search.start': 'What are you looking for?',
      'search.start.text': 'A report, a street, a department, a club … Typing errors do not matter.',
      'search.keys.search': 'to the search field',
      'search.keys.next': 'next result',
      'search.keys.previous': 'previous result',
      'search.keys.open': 'open',
    },
  },
}
