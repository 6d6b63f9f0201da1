/** Whether this field says something else than it did when the page was sent. */
export const isChanged = (field: Element): boolean => {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value !== '')
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  return ['checkbox', 'radio'].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

/** Whether something was filled in here that was not sent yet. */
export const hasUnsent = (form: HTMLFormElement): boolean => [...form.elements].some(isChanged)
