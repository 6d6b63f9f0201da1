import { address, type DemoForm, email, field, is, nameAndBirth, option, page, phone, truth, w } from './parts.ts'

export const tradeForm: DemoForm = {
  key: 'gewerbe-anmelden',
  title: w('Gewerbe anmelden', 'Register a trade'),
  trustLevel: 'basis',
  purpose: w('Anzeige eines Gewerbes', 'Registration of a trade'),
  legalBasis: '§ 14 GewO',
  pages: [
    page('kind', w('Ihr Vorhaben', 'Your plan'), [
      field('choice', 'sort', w('Was melden Sie an?', 'What do you register?'), {
        options: [
          option('trade', 'Ein Gewerbe', 'A trade'),
          option(
            'liberal',
            'Einen freien Beruf',
            'A liberal profession',
            w('zum Beispiel Ärztin, Anwalt, Künstlerin', 'for example doctor, lawyer, artist'),
          ),
        ],
      }),
      field('choice', 'legal', w('In welcher Form?', 'In which form?'), {
        visibleIf: is('sort', 'trade'),
        options: [
          option('person', 'Allein (Einzelunternehmen)', 'Alone (sole trader)'),
          option('company', 'GmbH, UG, AG oder andere Gesellschaft', 'GmbH, UG, AG or another company'),
        ],
      }),
    ]),
    page('who', w('Zu Ihrer Person', 'About you'), [
      nameAndBirth({ parts: ['firstName', 'lastName', 'birthName', 'birthDate', 'birthPlace', 'nationality'] }),
      address({ anywhere: true, label: w('Wohnung', 'Home') }),
      email(),
      phone(),
      field('organisation', 'company', w('Gesellschaft', 'Company'), {
        parts: ['name', 'legalForm', 'register'],
        visibleIf: is('legal', 'company'),
      }),
      field('upload', 'extract', w('Auszug aus dem Handelsregister', 'Extract from the commercial register'), {
        visibleIf: is('legal', 'company'),
      }),
      field('number', 'directors', w('Weitere vertretungsberechtigte Personen', 'Further persons with power of representation'), {
        visibleIf: is('legal', 'company'),
        checks: { min: 0, max: 20 },
      }),
    ]),
    page('business', w('Betrieb', 'Business'), [
      field('longText', 'activity', w('Was machen Sie?', 'What do you do?'), {
        help: w(
          'So genau wie möglich, zum Beispiel „Verkauf und Reparatur von Fahrrädern“.',
          'As exactly as possible, for example “sale and repair of bicycles”.',
        ),
        checks: { minLength: 5, maxLength: 1000 },
      }),
      field('address', 'businessAddress', w('Adresse des Betriebs', 'Address of the business')),
      field('date', 'begins', w('Beginn', 'Begins on')),
      field('yesNo', 'besideJob', w('Betreiben Sie es im Nebenberuf?', 'Do you run it beside a job?')),
      field('number', 'staff', w('Beschäftigte', 'Employees'), {
        help: w('0, wenn Sie allein arbeiten.', '0 if you work alone.'),
        checks: { min: 0, max: 10_000 },
      }),
      field('yesNo', 'craft', w('Ist es ein Handwerk?', 'Is it a craft?')),
      field('upload', 'craftCard', w('Handwerkskarte', 'Craftsman’s card'), { visibleIf: is('craft', true) }),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        result: 'money',
        fee: true,
        expression: {
          op: 'sum',
          of: [
            { op: 'value', value: 3000 },
            {
              op: 'product',
              of: [
                { op: 'field', field: 'directors' },
                { op: 'value', value: 1500 },
              ],
            },
          ],
        },
      }),
    ]),
    truth(),
  ],
  exits: [
    {
      key: 'liberal',
      after: 'kind',
      when: is('sort', 'liberal'),
      title: w('Das müssen Sie nicht anmelden', 'You need not register this'),
      reason: w('Freie Berufe sind kein Gewerbe.', 'Liberal professions are no trade.'),
      nextStep: w(
        'Melden Sie sich beim Finanzamt. Bei uns ist nichts zu tun.',
        'Register with the tax office. There is nothing to do with us.',
      ),
    },
  ],
}
