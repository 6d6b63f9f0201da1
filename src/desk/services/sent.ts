import type { FormState } from '#design/index.ts'

/** What was sent, by the names of the fields: groups such as `de[name]` come nested. */
export const sentFields = (input: FormState['input']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([part, text]) => [`${name}[${part}]`, text])
        : [[name, value]],
    ),
  )
