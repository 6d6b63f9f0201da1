import type { FormDefinition } from '../../forms/index.ts'

const spoken: ReadonlySet<string> = new Set([
  'label', 'help', 'title', 'intro', 'purpose', 'legalBasis', 'itemLabel', 'message', 'unit', 'reason', 'nextStep', 'xdfRef', 'prefill',
]) // biome-ignore format: a list

/** What a browser needs to show and hide fields by itself: the form without its words, the other pages' answers, and the day. */
export const liveForm = (form: FormDefinition, page: string, answers: Record<string, unknown>, today: string): string =>
  JSON.stringify({ form: wordless(form), page, answers, today })

function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (spoken.has(name) ? [] : [[name, wordless(one)]])))
}
