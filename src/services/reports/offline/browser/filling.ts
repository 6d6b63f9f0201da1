import type { Fields } from '../device.rules.ts'

/** What the form says, without what is empty and without files. */
export const fieldsOf = (form: HTMLFormElement): [name: string, value: string][] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value] as [string, string]] : [],
  )

/** Puts kept values back into the form; what it has no field for is left alone. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields)
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
        field.checked ||= field.value === value
      else field.value = value
    }
  // A kept choice of one of a few is the only one.
  for (const [name, value] of fields)
    for (const radio of form.querySelectorAll<HTMLInputElement>(`[type="radio"][name="${CSS.escape(name)}"]`))
      radio.checked = radio.value === value
}
