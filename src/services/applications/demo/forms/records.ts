import { address, type DemoForm, email, field, is, name, option, page, w } from './parts.ts'

export const recordsForm: DemoForm = {
  key: 'einsicht-in-amtliche-informationen',
  title: w('Einsicht in amtliche Informationen', 'Access to official information'),
  purpose: w('Entscheidung über den Zugang zu Informationen', 'Decision on access to information'),
  legalBasis: 'Informationsfreiheitssatzung der Stadt, § 3 NUIG',
  pages: [
    page('what', w('Was möchten Sie sehen?', 'What would you like to see?'), [
      field('longText', 'wanted', w('Welche Unterlagen?', 'Which documents?'), {
        help: w('Thema, Zeitraum, Amt – so genau, wie Sie können.', 'Subject, period, department – as exactly as you can.'),
        checks: { minLength: 10, maxLength: 4000 },
      }),
      field('date', 'from', w('Von', 'From'), { optional: true, checks: { latest: { today: true } } }),
      field('date', 'until', w('Bis', 'Until'), { optional: true, checks: { earliest: { field: 'from' } } }),
      field('choice', 'how', w('Wie möchten Sie sie bekommen?', 'How would you like to get them?'), {
        options: [
          option('file', 'Als Datei', 'As a file'),
          option('copy', 'Als Kopie auf Papier', 'As a copy on paper'),
          option('here', 'Im Amt ansehen', 'Look at them at the office'),
        ],
      }),
    ]),
    page('who', w('Zu Ihrer Person', 'About you'), [
      name(),
      email(),
      address({ anywhere: true, visibleIf: is('how', 'copy') }),
      field(
        'money',
        'most',
        w('Bis zu welcher Gebühr dürfen wir ohne Rückfrage arbeiten?', 'Up to which fee may we work without asking you?'),
        {
          optional: true,
          help: w('Einfache Auskünfte sind kostenlos.', 'Simple information is free.'),
          checks: { min: 0, max: 25_000 },
        },
      ),
    ]),
  ],
}
