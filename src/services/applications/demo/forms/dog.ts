import type { Expression } from '../../../forms/index.ts'
import { address, type DemoForm, email, field, is, nameAndBirth, option, page, phone, truth, w } from './parts.ts'

/** 96 € for the first dog, 132 € for each further one, 600 € for a dangerous one; what is exempt costs nothing. */
const tax: Expression = {
  op: 'sum',
  of: [
    {
      op: 'sumOver',
      group: 'dogs',
      of: {
        op: 'if',
        when: is('dangerous', true),
        so: { op: 'value', value: 60_000 },
        otherwise: { op: 'lookup', field: 'exemption', table: { none: 13_200, assistance: 0, shelter: 0 } },
      },
    },
    {
      op: 'product',
      of: [
        {
          op: 'smallest',
          of: [
            { op: 'value', value: 1 },
            { op: 'count', group: 'dogs', where: { op: 'and', of: [is('dangerous', false), is('exemption', 'none')] } },
          ],
        },
        { op: 'if', when: is('otherDogs', true), so: { op: 'value', value: 0 }, otherwise: { op: 'value', value: -3600 } },
      ],
    },
  ],
}

export const dogForm: DemoForm = {
  key: 'hund-anmelden',
  title: w('Hund anmelden', 'Register a dog'),
  trustLevel: 'basis',
  purpose: w('Festsetzung der Hundesteuer', 'Assessment of the dog tax'),
  legalBasis: '§ 3 NKAG mit der Hundesteuersatzung der Stadt',
  pages: [
    page('owner', w('Halterin oder Halter', 'Keeper'), [
      field('yesNo', 'inTown', w('Wohnen Sie in unserer Stadt?', 'Do you live in our town?')),
      nameAndBirth({ visibleIf: is('inTown', true) }),
      address({ visibleIf: is('inTown', true) }),
      { ...email(), visibleIf: is('inTown', true) },
      { ...phone(), visibleIf: is('inTown', true) },
    ]),
    page(
      'dogs',
      w('Ihre Hunde', 'Your dogs'),
      [
        {
          kind: 'group',
          key: 'dogs',
          label: w('Hunde, die Sie anmelden', 'Dogs that you register'),
          itemLabel: w('Hund {n}', 'Dog {n}'),
          min: 1,
          max: 4,
          items: [
            field('text', 'dogName', w('Rufname', 'Name'), { checks: { maxLength: 40 } }),
            field('text', 'breed', w('Rasse', 'Breed'), {
              help: w('Bei Mischlingen die Rassen der Eltern, soweit bekannt.', 'For mixed breeds those of the parents, as far as known.'),
              checks: { maxLength: 80 },
            }),
            field('date', 'born', w('Geboren am', 'Born on'), {
              help: w('Ungefähr genügt.', 'Roughly is enough.'),
              checks: { latest: { today: true } },
            }),
            field('date', 'since', w('Bei Ihnen seit', 'With you since'), {
              checks: { earliest: { field: 'born' }, latest: { today: true } },
            }),
            field('text', 'chip', w('Chipnummer', 'Chip number'), {
              optional: true,
              help: w('15 Ziffern; sie stehen im Heimtierausweis.', '15 digits; they stand in the pet passport.'),
              checks: {
                pattern: { regex: '\\d{15}', message: w('Eine Chipnummer hat 15 Ziffern.', 'A chip number has 15 digits.') },
              },
            }),
            field('yesNo', 'dangerous', w('Ist der Hund als gefährlich eingestuft?', 'Has the dog been classified as dangerous?')),
            field('choice', 'exemption', w('Ist der Hund von der Steuer befreit?', 'Is the dog exempt from the tax?'), {
              visibleIf: is('dangerous', false),
              options: [
                option('none', 'Nein', 'No'),
                option('assistance', 'Ja, Blindenführ- oder Assistenzhund', 'Yes, guide or assistance dog'),
                option('shelter', 'Ja, aus unserem Tierheim (im ersten Jahr)', 'Yes, from our animal shelter (in the first year)'),
              ],
            }),
          ],
        },
        field('yesNo', 'otherDogs', w('Haben Sie schon Hunde bei uns angemeldet?', 'Have you registered dogs with us before?')),
      ],
      { help: w('Mehrere Hunde melden Sie zusammen an.', 'You register several dogs together.') },
    ),
    page('proof', w('Versicherung', 'Insurance'), [
      field('upload', 'insurance', w('Nachweis der Haftpflichtversicherung', 'Proof of liability insurance'), {
        help: w('Ein Foto oder PDF des Versicherungsscheins.', 'A photo or PDF of the policy.'),
        checks: { maxFiles: 3 },
      }),
    ]),
    page('pay', w('Steuer und Zahlung', 'Tax and payment'), [
      field('calculated', 'tag', w('Gebühr für die Hundemarken', 'Fee for the dog tags'), {
        help: w(
          '5 € für jeden Hund, jetzt. Die Steuer setzt der Bescheid fest.',
          '€5 for each dog, now. The tax is assessed by the notice.',
        ),
        result: 'money',
        fee: true,
        expression: {
          op: 'product',
          of: [
            { op: 'count', group: 'dogs' },
            { op: 'value', value: 500 },
          ],
        },
      }),
      field('calculated', 'tax', w('Hundesteuer im Jahr', 'Dog tax a year'), { result: 'money', expression: tax }),
      field('yesNo', 'debit', w('Möchten Sie die Steuer abbuchen lassen?', 'Shall we debit the tax?')),
      field('iban', 'iban', w('IBAN', 'IBAN'), { visibleIf: is('debit', true) }),
      field('text', 'holder', w('Kontoinhaberin oder Kontoinhaber', 'Account holder'), { visibleIf: is('debit', true) }),
      field(
        'declaration',
        'mandate',
        w(
          'Ich erlaube der Stadt, die Hundesteuer von diesem Konto abzubuchen (SEPA-Lastschrift).',
          'I allow the town to debit the dog tax from this account (SEPA direct debit).',
        ),
        { visibleIf: is('debit', true) },
      ),
    ]),
    truth(),
  ],
  exits: [
    {
      key: 'elsewhere',
      after: 'owner',
      when: is('inTown', false),
      title: w('Bitte melden Sie den Hund dort an, wo Sie wohnen', 'Please register the dog where you live'),
      reason: w('Die Hundesteuer zahlt man in der Gemeinde, in der man wohnt.', 'The dog tax is paid to the municipality where one lives.'),
      nextStep: w(
        'Wenden Sie sich an das Steueramt Ihrer Gemeinde. Ziehen Sie zu uns, melden Sie den Hund nach dem Einzug an.',
        'Turn to the tax office of your municipality. If you move here, register the dog after moving in.',
      ),
      link: '/dienste',
    },
  ],
}
