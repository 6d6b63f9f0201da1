import { address, type DemoForm, email, field, option, page, phone, some, w } from './parts.ts'

export const bulkyWasteForm: DemoForm = {
  key: 'sperrmuell-abholung',
  title: w('Sperrmüll-Abholung', 'Bulky waste pick-up'),
  purpose: w('Abholung von Sperrmüll und Elektrogeräten', 'Pick-up of bulky waste and appliances'),
  legalBasis: '§ 20 KrWG mit der Abfallsatzung der Stadt',
  pages: [
    page('what', w('Was holen wir ab?', 'What do we pick up?'), [
      field('multiChoice', 'sorts', w('Welche Sachen?', 'Which things?'), {
        options: [
          option('furniture', 'Möbel und Matratzen', 'Furniture and mattresses'),
          option('carpet', 'Teppiche', 'Carpets'),
          option('bicycle', 'Fahrräder und Sportgeräte', 'Bicycles and sports equipment'),
          option('white', 'Große Elektrogeräte', 'Large appliances'),
          option('other', 'Anderes', 'Other things'),
        ],
        checks: { minChosen: 1 },
      }),
      field('number', 'appliances', w('Wie viele Elektrogeräte?', 'How many appliances?'), {
        visibleIf: some('sorts', ['white']),
        checks: { min: 1, max: 10 },
      }),
      field('longText', 'list', w('Die Sachen im Einzelnen', 'The things one by one'), {
        help: w('Zum Beispiel: ein Sofa, zwei Stühle, ein Kühlschrank.', 'For example: a sofa, two chairs, a fridge.'),
        checks: { maxLength: 1500 },
      }),
      field('number', 'volume', w('Wie viel ungefähr?', 'Roughly how much?'), {
        unit: w('Kubikmeter', 'cubic metres'),
        decimals: 1,
        help: w('Ein Sofa sind etwa zwei Kubikmeter.', 'A sofa is about two cubic metres.'),
        checks: { min: 0.1, max: 3 },
      }),
    ]),
    page('when', w('Ort und Tag', 'Place and day'), [
      address({ label: w('Wo holen wir ab?', 'Where do we pick it up?') }),
      field('date', 'day', w('Gewünschter Tag', 'Day that suits you'), {
        checks: { earliest: { today: true, days: 3 }, latest: { today: true, days: 90 } },
      }),
      field('choice', 'times', w('Die wievielte Abholung ist es in diesem Jahr?', 'Which pick-up of this year is it?'), {
        options: [option('included', 'Die erste oder zweite', 'The first or second'), option('further', 'Eine weitere', 'A further one')],
      }),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        result: 'money',
        fee: true,
        expression: { op: 'lookup', field: 'times', table: { included: 0, further: 3500 } },
      }),
    ]),
    page('contact', w('Kontakt', 'Contact'), [
      field('person', 'applicant', w('Ihr Name', 'Your name'), { prefill: { source: 'account', attribute: 'name' } }),
      email({ optional: true }),
      phone(),
    ]),
  ],
}
