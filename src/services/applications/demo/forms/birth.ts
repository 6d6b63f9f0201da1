import { address, type DemoForm, email, field, is, name, option, page, some, truth, w } from './parts.ts'

export const birthForm: DemoForm = {
  key: 'geburtsurkunde',
  title: w('Geburtsurkunde', 'Birth certificate'),
  trustLevel: 'basis',
  purpose: w('Ausstellung von Personenstandsurkunden', 'Issue of certificates of civil status'),
  legalBasis: '§§ 59, 62 PStG',
  pages: [
    page('birth', w('Um wessen Geburt geht es?', 'Whose birth is it about?'), [
      field('yesNo', 'bornHere', w('Wurde die Geburt in unserer Stadt beurkundet?', 'Was the birth registered in our town?')),
      field('person', 'born', w('Name und Geburtstag', 'Name and date of birth'), {
        parts: ['firstName', 'lastName', 'birthDate'],
        visibleIf: is('bornHere', true),
        help: w('Der Name bei der Geburt.', 'The name at birth.'),
      }),
      field('choice', 'relation', w('Wer sind Sie?', 'Who are you?'), {
        visibleIf: is('bornHere', true),
        options: [
          option('self', 'Es ist meine Geburt', 'It is my birth'),
          option(
            'family',
            'Ehe- oder Lebenspartner, Eltern, Großeltern, Kind oder Enkel',
            'Spouse or partner, parent, grandparent, child or grandchild',
          ),
          option('other', 'Jemand anderes', 'Somebody else'),
        ],
      }),
      field('longText', 'interest', w('Wofür brauchen Sie die Urkunde?', 'What do you need the certificate for?'), {
        visibleIf: is('relation', 'other'),
        checks: { maxLength: 1000 },
      }),
      field('upload', 'proof', w('Vollmacht oder Nachweis', 'Power of attorney or proof'), {
        visibleIf: some('relation', ['family', 'other']),
      }),
    ]),
    page('what', w('Urkunden', 'Certificates'), [
      field('choice', 'form', w('Welche Form?', 'Which form?'), {
        options: [
          option('german', 'Auf Deutsch', 'In German'),
          option('languages', 'Mehrsprachig', 'In several languages'),
          option('extract', 'Beglaubigter Ausdruck aus dem Register', 'Certified extract from the register'),
        ],
      }),
      field('number', 'copies', w('Wie viele?', 'How many?'), { checks: { min: 1, max: 10 } }),
      field(
        'yesNo',
        'social',
        w('Ist sie für Rente, Kindergeld oder Elterngeld?', 'Is it for pension, child benefit or parental allowance?'),
      ),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        result: 'money',
        fee: true,
        expression: {
          op: 'if',
          when: is('social', true),
          so: { op: 'value', value: 0 },
          otherwise: {
            op: 'sum',
            of: [
              { op: 'value', value: 750 },
              {
                op: 'product',
                of: [
                  { op: 'field', field: 'copies' },
                  { op: 'value', value: 750 },
                ],
              },
            ],
          },
        },
      }),
    ]),
    page('where', w('Wohin schicken wir sie?', 'Where shall we send it?'), [name(), address({ anywhere: true }), email()]),
    truth(),
  ],
  exits: [
    {
      key: 'otherRegistry',
      after: 'birth',
      when: is('bornHere', false),
      title: w('Ein anderes Standesamt stellt die Urkunde aus', 'Another registry office issues the certificate'),
      reason: w(
        'Urkunden gibt es nur dort, wo die Geburt beurkundet wurde.',
        'Certificates are issued only where the birth was registered.',
      ),
      nextStep: w('Wenden Sie sich an das Standesamt des Geburtsorts.', 'Turn to the registry office of the place of birth.'),
    },
  ],
}
