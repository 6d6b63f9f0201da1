import type { Facts } from '../facts.rules.ts'
import { FormDefinition } from '../form.rules.ts'

export const words = (de: string, en = de) => ({ de, en })

export const facts: Facts = {
  today: '2026-06-15',
  areasAt: ({ lat }) => (lat > 52 ? ['nord'] : ['sued']),
  knowsStreet: (street) => ['Lindenstraße', 'Am Markt'].includes(street),
}

/** A form from pages, for tests. */
export const formOf = (pages: unknown[], more: Record<string, unknown> = {}): FormDefinition =>
  FormDefinition.parse({
    key: 'probe',
    title: words('Probe', 'Test'),
    purpose: words('Zweck', 'Purpose'),
    legalBasis: '§ 1',
    pages,
    ...more,
  })

export const pageOf = (key: string, items: unknown[], more: Record<string, unknown> = {}) => ({ key, title: words(key), items, ...more })

/** A field with words. */
export const fieldOf = (key: string, kind: string, more: Record<string, unknown> = {}) => ({ key, kind, label: words(key), ...more })

export const optionsOf = (...keys: string[]) => keys.map((key) => ({ key, label: words(key) }))

export const eq = (field: string, value: string | number | boolean) => ({ op: 'eq', left: { field }, right: { value } })

/** Registering dogs: an exit, a repeated group with conditions inwards and outwards, fees, a document. */
export const dogForm = formOf(
  [
    pageOf('where', [fieldOf('inTown', 'yesNo'), fieldOf('address', 'address', { visibleIf: eq('inTown', true) })]),
    pageOf('owner', [
      fieldOf('owner', 'person', { parts: ['firstName', 'lastName', 'birthDate'] }),
      fieldOf('guardian', 'person', {
        visibleIf: { op: 'ageOn', left: { field: 'owner', part: 'birthDate' }, on: { today: true }, is: 'lt', years: 18 },
      }),
      fieldOf('reduced', 'yesNo'),
      fieldOf('proofOfReduction', 'upload', { visibleIf: eq('reduced', true), checks: { maxFiles: 2 } }),
    ]),
    pageOf('dogs', [
      {
        kind: 'group',
        key: 'dogs',
        label: words('Hunde', 'Dogs'),
        itemLabel: words('Hund {n}', 'Dog {n}'),
        min: 1,
        max: 3,
        items: [
          fieldOf('name', 'text', { checks: { maxLength: 30 } }),
          fieldOf('breed', 'choice', { options: optionsOf('mix', 'terrier', 'listed') }),
          fieldOf('permit', 'text', { visibleIf: { op: 'and', of: [eq('breed', 'listed'), eq('reduced', false)] } }),
          fieldOf('born', 'date', { checks: { latest: { today: true } } }),
        ],
      },
    ]),
    pageOf('pay', [
      fieldOf('tax', 'calculated', {
        result: 'money',
        fee: true,
        expression: {
          op: 'product',
          of: [
            {
              op: 'sumOver',
              group: 'dogs',
              of: { op: 'lookup', field: 'breed', table: { mix: 6000, terrier: 6000, listed: 60_000 } },
            },
            { op: 'if', when: eq('reduced', true), so: { op: 'value', value: 0.5 }, otherwise: { op: 'value', value: 1 } },
          ],
        },
      }),
      fieldOf('iban', 'iban', { optional: true }),
      fieldOf('truth', 'declaration'),
    ]),
  ],
  {
    exits: [
      {
        key: 'elsewhere',
        after: 'where',
        when: eq('inTown', false),
        title: words('Nicht bei uns', 'Not with us'),
        reason: words('Der Hund lebt woanders.', 'The dog lives elsewhere.'),
        nextStep: words('Fragen Sie dort.', 'Ask there.'),
      },
    ],
  },
)

export const dogAnswers = {
  inTown: 'yes',
  address: { street: 'Lindenstraße', houseNumber: '12', postalCode: '14467', city: 'Musterstadt' },
  owner: { firstName: 'Ada', lastName: 'Muster', birthDate: '3.5.1980' },
  reduced: 'no',
  dogs: [
    { name: ' Bello ', breed: 'mix', born: '2024-02-29' },
    { name: 'Rex', breed: 'listed', permit: 'HH-12', born: '1.1.2025' },
  ],
  truth: 'on',
}
