import type { Texts } from '#platform/text.ts'

const what = { de: '{kind, select, form {Formular} other {Ablauf}} „{de}“', en: '{kind, select, form {form} other {workflow}} “{en}”' }

/** What is told about the publication of forms and workflows, and what is refused. */
export const publicationNewsTexts: Texts = {
  de: {
    'publication.notice.review': 'Formulare und Abläufe zu prüfen',
    'publication.notice.review.hint': 'Wenn jemand ein Formular oder einen Ablauf abgibt und Sie veröffentlichen dürfen.',
    'publication.notice.news': 'Ihre Formulare und Abläufe',
    'publication.notice.news.hint': 'Wenn etwas veröffentlicht oder zurückgegeben wird, einen Tag bekommt oder nicht in Kraft treten kann.',
    'publication.tell.handedIn': `Wartet auf Ihre Prüfung: ${what.de}`,
    'publication.tell.published': `In Kraft, Fassung {version}: ${what.de}`,
    'publication.tell.scheduled': `Geht am {day, date, long} in Kraft: ${what.de}`,
    'publication.tell.moved': `Geht jetzt am {day, date, long} in Kraft: ${what.de}`,
    'publication.tell.calledBack': `Geht nicht am {day, date, long} in Kraft, zurückgeholt: ${what.de}`,
    'publication.tell.sentBack': `Zurückgegeben: ${what.de}. {reason}`,
    'publication.tell.failed': `Am {day, date, long} nicht in Kraft getreten, {faults, plural, one {ein Fehler} other {# Fehler}}: ${what.de}. Was galt, gilt weiter.`,
    'refusal.alreadyScheduled':
      'Eine Fassung geht am {day, date, long} in Kraft. Holen Sie diese zuerst zurück, oder setzen Sie sie jetzt in Kraft.',
    'refusal.dayNotAhead': 'Bitte wählen Sie einen Tag ab morgen, höchstens zwei Jahre voraus.',
    'refusal.alreadyHandedIn': 'Das ist schon zur Prüfung abgegeben.',
    'refusal.notHandedIn': 'Das wartet nicht auf eine Prüfung.',
    'refusal.notScheduled': 'Diese Fassung wartet nicht mehr auf ihren Tag.',
  },
  en: {
    'publication.notice.review': 'Forms and workflows to review',
    'publication.notice.review.hint': 'When somebody hands in a form or a workflow and you may publish it.',
    'publication.notice.news': 'Your forms and workflows',
    'publication.notice.news.hint': 'When something is published or sent back, gets a day or cannot go live.',
    'publication.tell.handedIn': `Waits for your review: ${what.en}`,
    'publication.tell.published': `In force, version {version}: ${what.en}`,
    'publication.tell.scheduled': `Goes live on {day, date, long}: ${what.en}`,
    'publication.tell.moved': `Goes live on {day, date, long} now: ${what.en}`,
    'publication.tell.calledBack': `Does not go live on {day, date, long}, called back: ${what.en}`,
    'publication.tell.sentBack': `Sent back: ${what.en}. {reason}`,
    'publication.tell.failed': `Did not go live on {day, date, long}, {faults, plural, one {one fault} other {# faults}}: ${what.en}. What was in force stays.`,
    'refusal.alreadyScheduled': 'A version goes live on {day, date, long}. Call it back first, or put it in force now.',
    'refusal.dayNotAhead': 'Please choose a day from tomorrow on, at most two years ahead.',
    'refusal.alreadyHandedIn': 'This has been handed in for review already.',
    'refusal.notHandedIn': 'This does not wait for a review.',
    'refusal.notScheduled': 'This version no longer waits for its day.',
  },
}
