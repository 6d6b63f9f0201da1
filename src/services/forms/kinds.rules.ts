// What a form is made of, without the schema: the browser needs these words and not the library behind it.

export const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const
export type Comparison = (typeof comparisons)[number]

export const roundings = ['half', 'up', 'down'] as const
export type Rounding = (typeof roundings)[number]

/** So deep may groups stand in groups, and so deep conditions and expressions in each other. */
export const MAX_GROUP_DEPTH = 2
export const MAX_NESTING = 12
/** So many of one group are read, whatever the form says. */
export const MAX_ITEMS = 100
export const MAX_FIELDS = 500
/** Signs in one line and in a long text, unless the field allows fewer. */
export const LINE_LENGTH = 300
export const LONG_LENGTH = 10_000

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'time',
  'choice',
  'multiChoice',
  'yesNo',
  'upload',
  'place',
  'address',
  'person',
  'organisation',
  'iban',
  'plate',
  'declaration',
  'email',
  'phone',
  'info',
  'calculated',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What can be asked of a person, an organisation or an address; a field names in `parts` what it asks, else the usual few. */
export const partsOf = {
  person: ['salutation', 'firstName', 'lastName', 'birthName', 'birthDate', 'birthPlace', 'nationality', 'email', 'phone'],
  organisation: ['name', 'legalForm', 'register', 'taxNumber', 'contact', 'email', 'phone'],
  address: ['street', 'houseNumber', 'addition', 'postalCode', 'city', 'country'],
} as const
/** What is asked unless the field says more. */
export const usualParts = {
  person: ['firstName', 'lastName'],
  organisation: ['name'],
  address: ['street', 'houseNumber', 'postalCode', 'city'],
} as const

/** Parts that may stay empty although the field is required. */
export const freeParts: ReadonlySet<string> = new Set([
  'salutation',
  'birthName',
  'addition',
  'country',
  'legalForm',
  'register',
  'taxNumber',
  'contact',
  'phone',
])

/** Trust in who somebody is, rising ; the words are those of the federal account. */
export const trustLevels = ['none', 'basis', 'substanziell', 'hoch'] as const
export type TrustLevel = (typeof trustLevels)[number]

/** `special` are the categories of Article 9 GDPR. */
export const dataClasses = ['none', 'personal', 'special'] as const

export const prefillSources = ['account', 'earlier', 'link', 'register', 'identity'] as const
