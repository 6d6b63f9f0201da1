import { address, type DemoForm, email, field, is, nameAndBirth, option, page, phone, truth, w } from './parts.ts'

export const registrationForm: DemoForm = {
  key: 'meldebescheinigung',
  title: w('Meldebescheinigung', 'Certificate of registration'),
  trustLevel: 'basis',
  purpose: w('Ausstellung einer Meldebescheinigung', 'Issue of a certificate of registration'),
  legalBasis: '§ 18 BMG',
  pages: [
    page('who', w('Zu Ihrer Person', 'About you'), [
      nameAndBirth(),
      address({ label: w('Gemeldete Adresse', 'Registered address') }),
      email(),
      phone(),
    ]),
    page('what', w('Bescheinigung', 'Certificate'), [
      field('choice', 'kindOf', w('Welche Bescheinigung brauchen Sie?', 'Which certificate do you need?'), {
        options: [
          option('simple', 'Einfach', 'Simple', w('Name, Geburtstag, Adresse', 'name, date of birth, address')),
          option(
            'extended',
            'Erweitert',
            'Extended',
            w('auch Familienstand und Staatsangehörigkeit', 'also marital status and nationality'),
          ),
        ],
      }),
      field('multiChoice', 'contains', w('Was soll noch darin stehen?', 'What else shall it contain?'), {
        visibleIf: is('kindOf', 'extended'),
        options: [
          option('marital', 'Familienstand', 'Marital status'),
          option('nationality', 'Staatsangehörigkeit', 'Nationality'),
          option('moved', 'Tag des Einzugs', 'Day of moving in'),
          option('earlier', 'Frühere Adressen', 'Earlier addresses'),
        ],
        checks: { minChosen: 1 },
      }),
      field('choice', 'purpose', w('Wofür?', 'What for?'), {
        options: [
          option('private', 'Bank, Vermietung oder anderes', 'Bank, landlord or other'),
          option('marriage', 'Anmeldung einer Eheschließung', 'Notice of marriage'),
          option('social', 'Rente oder Sozialleistungen', 'Pension or social benefits'),
        ],
      }),
      field('number', 'copies', w('Wie viele?', 'How many?'), { checks: { min: 1, max: 10 } }),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        result: 'money',
        fee: true,
        expression: {
          op: 'product',
          of: [
            { op: 'field', field: 'copies' },
            { op: 'lookup', field: 'purpose', table: { private: 1000, marriage: 1000, social: 0 } },
          ],
        },
      }),
    ]),
    page('delivery', w('Zustellung', 'Delivery'), [
      field('choice', 'deliver', w('Wie bekommen Sie sie?', 'How do you get it?'), {
        options: [
          option('post', 'Per Post an die gemeldete Adresse', 'By post to the registered address'),
          option('counter', 'Abholung im Bürgerbüro', 'At the citizens’ office'),
        ],
      }),
    ]),
    truth(),
  ],
}
