import { address, type DemoForm, email, field, is, nameAndBirth, option, page, truth, w } from './parts.ts'

export const parkingForm: DemoForm = {
  key: 'bewohnerparkausweis',
  title: w('Bewohnerparkausweis', 'Resident parking permit'),
  trustLevel: 'basis',
  purpose: w('Erteilung eines Bewohnerparkausweises', 'Issue of a resident parking permit'),
  legalBasis: '§ 45 Abs. 1b StVO, § 6a Abs. 5a StVG',
  pages: [
    page('who', w('Zu Ihrer Person', 'About you'), [
      field(
        'yesNo',
        'mainHome',
        w('Ist Ihre Hauptwohnung in einem der Gebiete A bis F?', 'Is your main residence in one of the areas A to F?'),
      ),
      nameAndBirth({ visibleIf: is('mainHome', true) }),
      { ...address(), visibleIf: is('mainHome', true) },
      { ...email(), visibleIf: is('mainHome', true) },
    ]),
    page('car', w('Auto', 'Car'), [
      field('choice', 'whose', w('Wem gehört das Auto?', 'Whose car is it?'), {
        options: [
          option('own', 'Es ist auf mich zugelassen', 'It is registered to me'),
          option('other', 'Es ist auf jemand anderen zugelassen', 'It is registered to somebody else'),
          option('shared', 'Wir teilen Autos', 'We share cars'),
        ],
      }),
      field('plate', 'plate', w('Kennzeichen', 'Number plate'), { help: w('Zum Beispiel LF-AB 123', 'For example LF-AB 123') }),
      field('plate', 'secondPlate', w('Zweites Kennzeichen', 'Second number plate'), { visibleIf: is('whose', 'shared'), optional: true }),
      field('plate', 'thirdPlate', w('Drittes Kennzeichen', 'Third number plate'), { visibleIf: is('whose', 'shared'), optional: true }),
      field('upload', 'registration', w('Fahrzeugschein (Zulassungsbescheinigung Teil I)', 'Registration certificate part I'), {
        checks: { maxFiles: 3 },
      }),
      field('upload', 'consent', w('Erklärung, dass Sie das Auto dauernd nutzen', 'Declaration that you use the car permanently'), {
        visibleIf: is('whose', 'other'),
      }),
    ]),
    page('permit', w('Ausweis', 'Permit'), [
      field('choice', 'years', w('Wie lange soll er gelten?', 'How long shall it be valid?'), {
        options: [option('one', 'Ein Jahr', 'One year'), option('two', 'Zwei Jahre', 'Two years')],
      }),
      field('date', 'from', w('Gültig ab', 'Valid from'), { checks: { earliest: { today: true }, latest: { today: true, days: 90 } } }),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        result: 'money',
        fee: true,
        expression: { op: 'lookup', field: 'years', table: { one: 6000, two: 11_000 } },
      }),
    ]),
    truth([
      field(
        'declaration',
        'noGarage',
        w('Das Auto hat keinen Stellplatz auf dem Grundstück.', 'There is no parking space for the car on the property.'),
      ),
    ]),
  ],
  exits: [
    {
      key: 'noArea',
      after: 'who',
      when: is('mainHome', false),
      title: w('Dafür gibt es keinen Bewohnerparkausweis', 'There is no resident parking permit for this'),
      reason: w(
        'Den Ausweis bekommt, wer mit Hauptwohnung in einem Parkgebiet gemeldet ist.',
        'The permit is for people whose main residence is in a parking area.',
      ),
      nextStep: w(
        'Sind Sie gerade eingezogen? Dann melden Sie zuerst die Wohnung um.',
        'Have you just moved in? Then report your new address first.',
      ),
      link: '/dienste/wohnung-ummelden',
    },
  ],
}
