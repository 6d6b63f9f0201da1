/** What a letter may speak of: `{{case.number}}`. Besides these `answer.KEY` (a field of the form) and `fact.KEY` (of the service). */
export const placeholders = [
  'town.name',
  'case.number',
  'case.title',
  'case.received',
  'recipient.name',
  'letter.date',
  'office.name',
  'office.phone',
  'office.email',
  'clerk.name',
  'decision.outcome',
  'decision.reasons',
  'fee.total',
  'payment.reference',
  'payment.due',
] as const

/** What is worked out from the fees of a case; nobody types it. */
export const ofFees: ReadonlySet<string> = new Set(['fee.total', 'payment.reference', 'payment.due'])

/** By name, in words as they stand in the letter. */
export type Values = Readonly<Record<string, string>>

const own = /^(?:answer|fact)\.[a-zA-Z][\w-]{0,60}(?:\.[a-zA-Z][\w-]{0,60})?$/
const named = /\{\{([^{}]*)\}\}/g

export const isPlaceholder = (name: string): boolean => (placeholders as readonly string[]).includes(name) || own.test(name)

/** The names in a text, each once, in order. */
export const namesIn = (text: string): string[] => [...new Set([...text.matchAll(named)].map(([, name = '']) => name.trim()))]

/** Braces that belong to no placeholder: a slip that readers would see. */
export const hasLooseBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(named, ''))

export type Unfilled = { code: 'placeholderUnknown' | 'placeholderEmpty'; name: string }

/** The first name in a text that says nothing, or has nothing to say here. */
export function unfilledIn(text: string, values: Values): Unfilled | undefined {
  for (const name of namesIn(text)) {
    if (!isPlaceholder(name)) return { code: 'placeholderUnknown', name }
    if (!valueNamed(values, name)) return { code: 'placeholderEmpty', name }
  }
  return undefined
}

/** The text with everything filled in; what a value brings is never looked through again. */
export const filled = (text: string, values: Values): string => text.replace(named, (_, name: string) => valueNamed(values, name.trim()))

export const valueNamed = (values: Values, name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '')
