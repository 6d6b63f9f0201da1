import { address, type DemoForm, email, field, is, name, option, page, phone, truth, w } from './parts.ts'

export const treeForm: DemoForm = {
  key: 'baumfaellgenehmigung',
  title: w('Baumfällgenehmigung', 'Tree felling permit'),
  trustLevel: 'basis',
  purpose: w('Entscheidung nach der Baumschutzsatzung', 'Decision by the statute on the protection of trees'),
  legalBasis: 'Baumschutzsatzung der Stadt, § 29 BNatSchG',
  pages: [
    page('where', w('Wo steht der Baum?', 'Where is the tree?'), [
      field('place', 'spot', w('Ort des Baums', 'Place of the tree'), {
        help: w('Adresse oder Punkt auf der Karte.', 'Address or point on the map.'),
      }),
      field('yesNo', 'owner', w('Gehört Ihnen das Grundstück?', 'Is the property yours?')),
      field('upload', 'consent', w('Zustimmung der Eigentümerin oder des Eigentümers', 'The owner’s consent'), {
        visibleIf: is('owner', false),
      }),
    ]),
    page('tree', w('Die Bäume', 'The trees'), [
      {
        kind: 'group',
        key: 'trees',
        label: w('Bäume', 'Trees'),
        itemLabel: w('Baum {n}', 'Tree {n}'),
        min: 1,
        max: 10,
        items: [
          field('text', 'species', w('Art', 'Kind'), {
            help: w('Zum Beispiel Fichte, Ahorn, Birke.', 'For example spruce, maple, birch.'),
          }),
          field('number', 'girth', w('Stammumfang in einem Meter Höhe', 'Girth one metre above the ground'), {
            unit: w('Zentimeter', 'centimetres'),
            checks: { min: 10, max: 1500 },
          }),
          field('choice', 'reason', w('Warum?', 'Why?'), {
            options: [
              option('ill', 'Er ist krank oder abgestorben', 'It is ill or dead'),
              option('danger', 'Er gefährdet Menschen oder Gebäude', 'It endangers people or buildings'),
              option('building', 'Er steht einem erlaubten Bau im Weg', 'It stands in the way of a permitted building'),
              option('light', 'Er nimmt einer Wohnung alles Licht', 'It takes all light from a home'),
            ],
          }),
          field('longText', 'description', w('Beschreiben Sie den Grund', 'Describe the reason'), { checks: { maxLength: 2000 } }),
        ],
      },
      field('upload', 'photos', w('Fotos: ganzer Baum und Schaden', 'Photos: the whole tree and the damage'), {
        checks: { minFiles: 1, maxFiles: 8 },
      }),
      field('calculated', 'fee', w('Gebühr', 'Fee'), {
        help: w(
          '60 € je Baum, höchstens 180 €. Abgestorbene und gefährliche Bäume kosten nichts.',
          '€60 for each tree, at most €180. Dead and dangerous trees are free.',
        ),
        result: 'money',
        fee: true,
        expression: {
          op: 'smallest',
          of: [
            { op: 'value', value: 18_000 },
            {
              op: 'sumOver',
              group: 'trees',
              of: { op: 'lookup', field: 'reason', table: { ill: 0, danger: 0, building: 6000, light: 6000 } },
            },
          ],
        },
      }),
    ]),
    page('who', w('Zu Ihrer Person', 'About you'), [name(), address({ anywhere: true }), email(), phone()]),
    truth(),
  ],
}
