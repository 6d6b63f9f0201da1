import type { Condition, Expression } from '../../../forms/index.ts'
import { address, type DemoForm, email, field, is, name, option, page, phone, truth, w } from './parts.ts'

const large: Condition = { op: 'ge', left: { field: 'guests' }, right: { value: 1000 } }

/** 0.50 € for each square metre and day; neighbours and charitable clubs do not pay for the ground. */
const ground: Expression = {
  op: 'if',
  when: is('organiser', 'business'),
  so: {
    op: 'product',
    of: [
      { op: 'field', field: 'squareMetres' },
      { op: 'days', from: { field: 'firstDay' }, to: { field: 'lastDay' }, inclusive: true },
      { op: 'value', value: 50 },
    ],
  },
  otherwise: { op: 'value', value: 0 },
}

export const eventForm: DemoForm = {
  key: 'veranstaltung-auf-oeffentlicher-flaeche',
  title: w('Veranstaltung auf öffentlicher Fläche', 'Event on public ground'),
  trustLevel: 'basis',
  purpose: w('Entscheidung über die Nutzung öffentlicher Flächen', 'Decision on the use of public ground'),
  legalBasis: '§ 29 Abs. 2 StVO, § 18 NStrG',
  pages: [
    page('who', w('Wer veranstaltet?', 'Who organises it?'), [
      field('choice', 'organiser', w('Wer veranstaltet das Fest?', 'Who organises the event?'), {
        options: [
          option('neighbours', 'Nachbarschaft oder Privatpersonen', 'Neighbours or private persons'),
          option('club', 'Gemeinnütziger Verein', 'Charitable club'),
          option('business', 'Betrieb oder Agentur', 'Business or agency'),
        ],
      }),
      field('organisation', 'organisation', w('Name des Vereins oder Betriebs', 'Name of the club or business'), {
        visibleIf: { op: 'in', left: { field: 'organiser' }, values: ['club', 'business'] },
      }),
      name({ label: w('Verantwortliche Person', 'Person who is responsible') }),
      address({ anywhere: true }),
      email(),
      { ...phone(), optional: false, help: w('Während der Veranstaltung erreichbar.', 'Reachable during the event.') },
    ]),
    page('what', w('Veranstaltung', 'Event'), [
      field('text', 'eventName', w('Wie heißt sie?', 'What is it called?'), { checks: { maxLength: 120 } }),
      field('longText', 'programme', w('Was passiert?', 'What happens?'), {
        help: w('Programm, Stände, Bühne, Aufbauten.', 'Programme, stands, stage, structures.'),
        checks: { maxLength: 4000 },
      }),
      field('number', 'guests', w('Wie viele Gäste erwarten Sie?', 'How many guests do you expect?'), { checks: { min: 1, max: 100_000 } }),
      field('yesNo', 'music', w('Gibt es Musik oder Lautsprecher?', 'Is there music or are there loudspeakers?')),
      field('time', 'musicUntil', w('Musik bis', 'Music until'), { visibleIf: is('music', true) }),
      field('yesNo', 'alcohol', w('Schenken Sie Alkohol aus?', 'Do you serve alcohol?')),
    ]),
    page('where', w('Ort und Zeit', 'Place and time'), [
      field('place', 'spot', w('Wo?', 'Where?'), {
        help: w('Straße, Platz oder Park; oder auf der Karte.', 'Street, square or park; or on the map.'),
      }),
      field('number', 'squareMetres', w('Wie groß ist die Fläche?', 'How large is the ground?'), {
        unit: w('Quadratmeter', 'square metres'),
        checks: { min: 1, max: 50_000 },
      }),
      field('yesNo', 'closing', w('Muss eine Straße gesperrt werden?', 'Does a street have to be closed?')),
      field('date', 'firstDay', w('Erster Tag', 'First day'), { checks: { earliest: { today: true, days: 14 } } }),
      field('date', 'lastDay', w('Letzter Tag', 'Last day'), { checks: { earliest: { field: 'firstDay' } } }),
      field('time', 'begins', w('Beginn', 'Begins at')),
      field('time', 'ends', w('Ende', 'Ends at')),
    ]),
    page('papers', w('Unterlagen', 'Papers'), [
      field('upload', 'plan', w('Lageplan mit Ständen und Rettungsweg', 'Plan with stands and the way for rescue')),
      field('upload', 'insurance', w('Nachweis der Haftpflichtversicherung', 'Proof of liability insurance')),
      field('upload', 'safety', w('Sicherheitskonzept', 'Safety concept'), { visibleIf: large }),
      field('calculated', 'groundFee', w('Gebühr für die Fläche', 'Fee for the ground'), {
        help: w(
          'Dazu kommen 40 bis 250 € für die Bearbeitung, je nach Aufwand.',
          'In addition €40 to €250 for processing, depending on the effort.',
        ),
        result: 'money',
        fee: true,
        expression: ground,
      }),
    ]),
    truth(),
  ],
}
