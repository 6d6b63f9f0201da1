import { address, type DemoForm, email, field, is, name, option, page, phone, some, truth, w } from './parts.ts'

const houses = [
  option('apfelbaum', 'Kita Apfelbaum, Altstadt', 'Kita Apfelbaum, old town'),
  option('sonnenschein', 'Kita Sonnenschein, Nordstadt', 'Kita Sonnenschein, north'),
  option('flussufer', 'Kita am Flussufer', 'Kita am Flussufer'),
  option('waldgruppe', 'Waldgruppe', 'Forest group'),
  option('childminder', 'Tagespflege', 'Childminder'),
]

export const daycareForm: DemoForm = {
  key: 'kita-platz',
  title: w('Kita-Platz', 'Daycare place'),
  trustLevel: 'basis',
  purpose: w('Vergabe der Plätze in Tageseinrichtungen und Tagespflege', 'Giving places in daycare and with childminders'),
  legalBasis: '§ 24 SGB VIII, § 20 NKiTaG',
  // § 1627, § 1687 Abs. 1 BGB: what matters much for a child is decided by both who have custody.
  cosigners: [
    {
      person: 'otherParent',
      declares: w(
        'Ich habe das Sorgerecht mit und bin damit einverstanden, dass der Platz so beantragt wird. Die Angaben sind richtig.',
        'I share custody and agree that the place is applied for like this. What is said is correct.',
      ),
    },
  ],
  pages: [
    page('parents', w('Eltern', 'Parents'), [
      name(),
      address({
        anywhere: true,
        label: w('Adresse', 'Address'),
        help: w('Wenn Sie erst herziehen: die jetzige.', 'If you are only moving here: the present one.'),
      }),
      email(),
      phone(),
      field('yesNo', 'alone', w('Erziehen Sie allein?', 'Are you a single parent?')),
      field('yesNo', 'custody', w('Haben Sie gemeinsam das Sorgerecht?', 'Do you share custody?'), { visibleIf: is('alone', false) }),
      field('person', 'otherParent', w('Anderer Elternteil', 'Other parent'), {
        visibleIf: is('custody', true),
        parts: ['firstName', 'lastName', 'email'],
        help: w(
          'Wer gemeinsam das Sorgerecht hat, unterschreibt auch. Den Link dazu schicken wir an diese Adresse.',
          'Who shares custody signs too. We send the link for that to this address.',
        ),
      }),
    ]),
    page('children', w('Kinder', 'Children'), [
      {
        kind: 'group',
        key: 'children',
        label: w('Kinder, für die Sie einen Platz suchen', 'Children for whom you look for a place'),
        itemLabel: w('Kind {n}', 'Child {n}'),
        min: 1,
        max: 6,
        items: [
          field('person', 'child', w('Name und Geburtstag', 'Name and date of birth'), { parts: ['firstName', 'lastName', 'birthDate'] }),
          field('date', 'from', w('Platz gebraucht ab', 'Place needed from'), { checks: { earliest: { today: true } } }),
          field('choice', 'hours', w('Betreuung am Tag', 'Care a day'), {
            options: [
              option('four', 'bis 4 Stunden', 'up to 4 hours'),
              option('six', 'bis 6 Stunden', 'up to 6 hours'),
              option('eight', 'bis 8 Stunden', 'up to 8 hours'),
            ],
          }),
          field('multiChoice', 'houses', w('Welche Häuser passen für Sie?', 'Which houses suit you?'), {
            options: houses,
            checks: { minChosen: 1, maxChosen: 5 },
          }),
          field(
            'yesNo',
            'sibling',
            w('Ist ein Geschwisterkind schon in einem dieser Häuser?', 'Is a brother or sister in one of these houses?'),
          ),
          field('text', 'siblingName', w('Name des Geschwisterkinds', 'Name of the brother or sister'), { visibleIf: is('sibling', true) }),
          field('longText', 'special', w('Was sollen wir über das Kind wissen?', 'What should we know about the child?'), {
            optional: true,
            dataClass: 'special',
            purpose: w('Passende Betreuung, zum Beispiel bei Allergien', 'Suitable care, for example with allergies'),
            legalBasis: 'Art. 9 Abs. 2 Buchst. a DSGVO',
            help: w(
              'Zum Beispiel Allergien, Sprachen, Förderbedarf. Freiwillig.',
              'For example allergies, languages, special needs. Voluntary.',
            ),
            checks: { maxLength: 1000 },
          }),
        ],
      },
    ]),
    page('work', w('Arbeit und Ausbildung', 'Work and training'), [
      field('choice', 'occupation', w('Was machen Sie zurzeit?', 'What do you do at present?'), {
        options: [
          option('work', 'Arbeit', 'Work'),
          option('training', 'Ausbildung, Schule oder Studium', 'Training, school or studies'),
          option('seeking', 'Ich suche Arbeit', 'I look for work'),
          option('home', 'Nichts davon', 'None of these'),
        ],
      }),
      field('number', 'weeklyHours', w('Stunden in der Woche', 'Hours a week'), {
        visibleIf: some('occupation', ['work', 'training']),
        checks: { min: 1, max: 60 },
        unit: w('Stunden', 'hours'),
      }),
      field('upload', 'proofOfWork', w('Nachweis über Arbeit oder Ausbildung', 'Proof of work or training'), {
        visibleIf: some('occupation', ['work', 'training']),
        optional: true,
        help: w('Nur nötig, wenn Sie mehr als sechs Stunden am Tag brauchen.', 'Only needed if you want more than six hours a day.'),
      }),
    ]),
    truth([
      field(
        'declaration',
        'measles',
        w(
          'Ich weiß, dass vor dem ersten Tag der Masernschutz nachgewiesen sein muss.',
          'I know that protection against measles must be proven before the first day.',
        ),
      ),
    ]),
  ],
}
