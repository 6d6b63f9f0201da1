import { address, type DemoForm, email, field, is, name, option, page, w } from './parts.ts'

export const inquiryForm: DemoForm = {
  key: 'anfrage-oder-beschwerde',
  title: w('Anfrage oder Beschwerde', 'Question or complaint'),
  purpose: w('Antwort auf Ihr Anliegen', 'Answer to your concern'),
  legalBasis: 'Art. 17 GG',
  pages: [
    page('concern', w('Ihr Anliegen', 'Your concern'), [
      field('choice', 'sort', w('Worum geht es?', 'What is it about?'), {
        options: [
          option('question', 'Eine Frage', 'A question'),
          option('complaint', 'Eine Beschwerde', 'A complaint'),
          option('praise', 'Lob oder eine Idee', 'Praise or an idea'),
        ],
      }),
      field('text', 'office', w('Welches Amt betrifft es?', 'Which office does it concern?'), {
        visibleIf: is('sort', 'complaint'),
        optional: true,
        help: w('Wenn Sie es wissen. Sonst finden wir es heraus.', 'If you know. Otherwise we find out.'),
      }),
      field('text', 'reference', w('Zeichen eines Schreibens', 'Reference of a letter'), {
        optional: true,
        help: w('Es steht oben rechts auf unserem Brief.', 'It stands at the top right of our letter.'),
      }),
      field('longText', 'concern', w('Ihr Anliegen in Ihren Worten', 'Your concern in your words'), {
        checks: { minLength: 10, maxLength: 5000 },
      }),
      field('upload', 'papers', w('Fotos oder Schreiben dazu', 'Photos or letters about it'), { optional: true }),
    ]),
    page('reply', w('Antwort an Sie', 'Our answer to you'), [
      field('choice', 'how', w('Wie sollen wir antworten?', 'How shall we answer?'), {
        options: [
          option(
            'here',
            'Hier, unter Nummer und Code',
            'Here, by number and code',
            w('Sie brauchen nichts anzugeben.', 'You need not tell us anything.'),
          ),
          option('letter', 'Auch mit einem Brief', 'With a letter, too'),
        ],
      }),
      name({ visibleIf: is('how', 'letter') }),
      address({ anywhere: true, visibleIf: is('how', 'letter') }),
      email({ optional: true }),
    ]),
  ],
}
