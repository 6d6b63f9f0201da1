import { address, type DemoForm, email, field, is, nameAndBirth, option, page, phone, truth, w } from './parts.ts'

export const movingForm: DemoForm = {
  key: 'wohnung-ummelden',
  title: w('Wohnung ummelden', 'Change of address within town'),
  trustLevel: 'basis',
  purpose: w('Änderung des Melderegisters', 'Change of the register of residents'),
  legalBasis: '§§ 17, 19 BMG',
  pages: [
    page('who', w('Zu Ihrer Person', 'About you'), [
      nameAndBirth(),
      email(),
      phone(),
      address({ key: 'oldAddress', label: w('Bisherige Adresse', 'Previous address') }),
    ]),
    page('home', w('Neue Wohnung', 'New home'), [
      address({ key: 'newAddress', label: w('Neue Adresse', 'New address') }),
      field('date', 'movedIn', w('Eingezogen am', 'Moved in on'), {
        help: w('Ummelden können Sie erst nach dem Einzug.', 'You can report it only after moving in.'),
        checks: { earliest: { today: true, years: -1 }, latest: { today: true } },
      }),
      field('choice', 'home', w('Wem gehört die Wohnung?', 'Whose home is it?'), {
        options: [option('rent', 'Ich miete', 'I rent'), option('own', 'Sie gehört mir', 'It is mine')],
      }),
      field('upload', 'landlord', w('Wohnungsgeberbestätigung', 'Landlord’s confirmation'), {
        visibleIf: is('home', 'rent'),
        help: w('Ein Mietvertrag genügt nicht.', 'A rental contract is not enough.'),
        checks: { maxFiles: 3 },
      }),
    ]),
    page('family', w('Wer zieht mit um?', 'Who moves with you?'), [
      {
        kind: 'group',
        key: 'people',
        label: w('Weitere Personen', 'Further people'),
        help: w('Ehe- oder Lebenspartner und Kinder, die mit umgezogen sind.', 'Spouse or partner and children who have moved with you.'),
        itemLabel: w('Person {n}', 'Person {n}'),
        min: 0,
        max: 8,
        items: [
          field('person', 'moving', w('Name und Geburtstag', 'Name and date of birth'), { parts: ['firstName', 'lastName', 'birthDate'] }),
          field('choice', 'relation', w('Wie sind Sie verwandt?', 'How are you related?'), {
            options: [option('partner', 'Ehe- oder Lebenspartner', 'Spouse or partner'), option('child', 'Kind', 'Child')],
          }),
        ],
      },
    ]),
    truth([
      field(
        'info',
        'sticker',
        w(
          'Die neue Adresse kleben wir auf den Personalausweis, wenn Sie danach mit ihm ins Bürgerbüro kommen.',
          'We put the new address on your ID card when you come to the citizens’ office with it afterwards.',
        ),
      ),
    ]),
  ],
}
