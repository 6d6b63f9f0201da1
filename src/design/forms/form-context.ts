import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { t } from '#platform/text.ts'

/** What a form shows again after a failed attempt: what was typed, what is wrong where, what was refused. */
export type FormState = {
  input: Readonly<Record<string, unknown>>
  errors: Readonly<Record<string, string | undefined>>
  refusal?: { code: string; field?: string | undefined; facts?: Record<string, string | number> | undefined } | undefined
  /** The refusal stands above all forms of the page: here only its field says it. */
  refusalSaid?: boolean
}

type FormScope = FormState & {
  idPrefix: string
  /** The form's own words for its refusal. */
  refusalText?: string | undefined
  /** Filters and searches: nothing has to be filled in, and nothing says so. */
  free?: boolean
}

export const FormScopeContext = createContext<FormScope>({ input: {}, errors: {}, idPrefix: 'f' })

export const fieldId = (idPrefix: string, name: string) => `${idPrefix}-${name.replace(/[^\w-]+/g, '-')}`

/** Why something was refused: the catalogue's `refusal.<code>` with its facts. */
export const refusalWords = ({ code, facts }: NonNullable<FormState['refusal']>) => t(`refusal.${code}`, facts)

const refusedAt = ({ refusal, refusalText }: FormScope, name: string): string | undefined =>
  refusal?.field === name ? (refusalText ?? refusalWords(refusal)) : undefined

/** Value, error and ids of a field, an error also where the refusal is about it: what stands at the field wins over what the form knows. */
export function useField(name: string, own: { value?: unknown; error?: string | undefined; hint?: unknown }) {
  const form = useContext(FormScopeContext)
  const id = fieldId(form.idPrefix, name)
  const error = own.error ?? form.errors[name] ?? refusedAt(form, name)
  const described = [own.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, error, value: own.value ?? form.input[name], describedBy: described || undefined, free: form.free === true }
}

/** Everything a form shows again, for components of several fields. */
export const useFormInput = (): FormState['input'] => useContext(FormScopeContext).input

/** Text of a value in an input element; dates as the day they name, nothing for what is not text. */
export function inputText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value instanceof Date ? value.toISOString().slice(0, 10) : ''
}

/** The chosen values of a group; a single one counts as a list of one. */
export const chosen = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === null || value === '' ? [] : [String(value)]
