import { address, type DemoForm, email, field, is, name, option, page, w } from './parts.ts'

/** What is known of a decision stands in the fields of these names already (objection/known-answers.rules.ts). */
export const objectionForm: DemoForm = {
  key: 'widerspruch-einlegen',
  title: w('Widerspruch einlegen', 'File an objection'),
  purpose: w('Entscheidung über Ihren Widerspruch', 'Decision on your objection'),
  legalBasis: '§§ 68 bis 73 VwGO',
  pages: [
    page('decision', w('Gegen welchen Bescheid?', 'Against which decision?'), [
      field('text', 'reference', w('Zeichen des Bescheids', 'Reference of the decision'), {
        help: w('Es steht oben rechts auf dem Bescheid.', 'It stands at the top right of the decision.'),
        checks: { maxLength: 60 },
      }),
      field('text', 'decision', w('Worum geht es darin?', 'What is it about?'), { checks: { maxLength: 200 } }),
      field('date', 'decidedOn', w('Datum des Bescheids', 'Date of the decision'), { checks: { latest: { today: true } } }),
      field('choice', 'extent', w('Wogegen wenden Sie sich?', 'What do you object to?'), {
        options: [option('whole', 'Gegen den ganzen Bescheid', 'The whole decision'), option('part', 'Gegen einen Teil', 'A part of it')],
      }),
      field('longText', 'part', w('Gegen welchen Teil?', 'Which part?'), {
        visibleIf: is('extent', 'part'),
        help: w('Zum Beispiel gegen eine Auflage oder die Höhe der Gebühr.', 'For example a condition, or the amount of the fee.'),
        checks: { maxLength: 2000 },
      }),
    ]),
    page('reasons', w('Ihre Gründe', 'Your reasons'), [
      field('longText', 'reasons', w('Warum sind Sie nicht einverstanden?', 'Why do you disagree?'), {
        optional: true,
        help: w(
          'Gründe müssen Sie nicht angeben (§ 70 VwGO). Sie helfen dem Amt, seine Entscheidung zu überprüfen, und können später kommen.',
          'You need not give reasons (section 70 VwGO). They help the office to review its decision, and can come later.',
        ),
        checks: { maxLength: 8000 },
      }),
      field('upload', 'papers', w('Unterlagen dazu', 'Papers about it'), { optional: true }),
      field('yesNo', 'late', w('Ist die Frist für den Widerspruch schon vorbei?', 'Is the time for the objection over already?'), {
        help: w(
          'Sie steht am Ende des Bescheids: meistens ein Monat, seit er als bekannt gilt.',
          'It stands at the end of the decision: mostly one month since it counts as known.',
        ),
      }),
      field('longText', 'lateReasons', w('Was hat Sie gehindert, und bis wann?', 'What kept you from it, and until when?'), {
        visibleIf: is('late', true),
        optional: true,
        help: w(
          'Das ist Ihr Antrag auf Wiedereinsetzung (§ 60 VwGO). Er muss innerhalb von zwei Wochen kommen, nachdem das Hindernis weg ist.',
          'This is your request for reinstatement (section 60 VwGO). It has to come within two weeks after the obstacle is gone.',
        ),
        checks: { maxLength: 4000 },
      }),
    ]),
    page('who', w('Wer legt Widerspruch ein?', 'Who objects?'), [name(), address({ anywhere: true }), email({ optional: true })]),
  ],
}
