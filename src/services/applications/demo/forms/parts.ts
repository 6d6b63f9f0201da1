import type { Condition, Field, FormDefinition, Item, Page, Words } from '../../../forms/index.ts'

/** A form of the demo as an editor would write it; what is left out has its usual value. */
export type DemoForm = Pick<FormDefinition, 'key' | 'title' | 'pages'> & Partial<FormDefinition>

export const w = (de: string, en: string): Words => ({ de, en })

type More = Partial<Omit<Field, 'kind'>>
export const field = (kind: Field['kind'], key: string, label: Words, more: More = {}): Field => ({ key, kind, label, ...more })

export const option = (key: string, de: string, en: string, help?: Words) => ({ key, label: w(de, en), ...(help && { help }) })

export const is = (name: string, value: string | number | boolean): Condition => ({ op: 'eq', left: { field: name }, right: { value } })
export const some = (name: string, values: string[]): Condition => ({ op: 'in', left: { field: name }, values })

export const page = (key: string, title: Words, items: Item[], more: { help?: Words; visibleIf?: Condition } = {}): Page => ({
  key,
  title,
  items,
  ...more,
})

export const name = (more: More = {}): Field =>
  field('person', 'applicant', w('Ihr Name', 'Your name'), {
    parts: ['firstName', 'lastName'],
    prefill: { source: 'account', attribute: 'name' },
    ...more,
  })

export const nameAndBirth = (more: More = {}): Field => name({ parts: ['firstName', 'lastName', 'birthDate'], ...more })

export const address = (more: More = {}): Field => field('address', 'address', w('Ihre Adresse', 'Your address'), more)

export const email = (more: More = {}): Field =>
  field('email', 'email', w('E-Mail-Adresse', 'E-mail address'), {
    help: w('Für Rückfragen.', 'For questions.'),
    prefill: { source: 'account', attribute: 'email' },
    ...more,
  })

export const phone = (): Field =>
  field('phone', 'phone', w('Telefon', 'Telephone'), {
    optional: true,
    help: w('Falls wir schnell etwas fragen müssen.', 'In case we have to ask something quickly.'),
  })

/** The last page: what is said on one's honour. */
export const truth = (more: Item[] = []) =>
  page('truth', w('Erklärung', 'Declaration'), [
    ...more,
    field('declaration', 'truth', w('Meine Angaben sind richtig und vollständig.', 'What I have said is correct and complete.')),
  ])
