/** A file that was stored; the form holds its name and number alone. */
export type FileAnswer = { id: string; name: string; size?: number; type?: string }
export type PlaceAnswer = { lat: number; lon: number; label: string; street?: string; houseNumber?: string; note?: string }
/** Parts of a person, an organisation or an address. An address may carry its point. */
export type PartsAnswer = Record<string, string | number>

/** An answer as it is kept: money in cents, days as YYYY-MM-DD, times as HH:MM, choices by key. */
export type Answer = string | number | boolean | readonly string[] | readonly FileAnswer[] | PlaceAnswer | PartsAnswer
/** All answers, by key; those of a group as a list. */
export type Answers = { [key: string]: Answer | readonly Answers[] }

/** What is wrong with an answer: the text is `form.error.CODE`; `part` names the part of a person or an address. */
export type AnswerFault = { code: ErrorCode; params?: Record<string, string | number>; part?: string }

export const errorCodes = [
  'required',
  'invalid',
  'number',
  'decimals',
  'money',
  'date',
  'time',
  'choice',
  'yesNo',
  'email',
  'phone',
  'iban',
  'plate',
  'postalCode',
  'street',
  'place',
  'declaration',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'tooEarly',
  'tooLate',
  'tooFewChosen',
  'tooManyChosen',
  'tooFewFiles',
  'tooManyFiles',
  'tooFewItems',
  'tooManyItems',
  'pattern',
  'must',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An answer that was read: nothing given, a value, or what is wrong with it. */
export type Read = { value?: Answer; fault?: AnswerFault }

export const wrong = (code: ErrorCode, more: Omit<AnswerFault, 'code'> = {}): Read => ({ fault: { code, ...more } })

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own entry of something unknown; what is inherited (`constructor`) is no answer. */
export const own = (from: unknown, key: string): unknown => (isRecord(from) && Object.hasOwn(from, key) ? from[key] : undefined)
