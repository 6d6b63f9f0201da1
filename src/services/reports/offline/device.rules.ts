import type { EmergencyNumber } from '../category.rules.ts'
import type { KindOnDevice } from './late.rules.ts'

export type Fields = readonly (readonly [name: string, value: string])[]

const saidIn = (fields: Fields, name: string): string => fields.find(([each]) => each === name)?.[1].trim() ?? ''

/** The number to call instead of writing, by the kind or an answer. */
export function dangerOn(kind: KindOnDevice | undefined, fields: Fields): EmergencyNumber | undefined {
  if (kind?.danger) return kind.danger
  return fields.map(([name, value]) => kind?.dangers?.[name]?.[value]).find((number) => number !== undefined)
}

export type Missing = 'needsText' | 'needsKind' | 'needsAnswer' | 'needsPlace' | 'needsEmail' | 'wrongEmail'

/** What a report still lacks before it may wait for the network, in the order of the page: what and at which field. */
export function missingIn(
  kind: KindOnDevice | undefined,
  fields: Fields,
  { photos, owned }: { photos: number; owned: boolean },
): { field: string; what: Missing }[] {
  const email = saidIn(fields, 'email')
  const named = (owned && saidIn(fields, 'as') === 'person') || email !== ''
  const has = (name: string) => saidIn(fields, name) !== ''
  const missing: { field: string; what: Missing }[] = []
  if (!has('text') && photos === 0) missing.push({ field: 'text', what: 'needsText' })
  if (!has('category')) missing.push({ field: 'category', what: 'needsKind' })
  for (const field of kind?.needed ?? []) if (!has(field)) missing.push({ field, what: 'needsAnswer' })
  if (!has('placeText') && !has('placeLat')) missing.push({ field: 'placeText', what: 'needsPlace' })
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) missing.push({ field: 'email', what: 'wrongEmail' })
  else if (kind?.contact && !named) missing.push({ field: owned ? 'as' : 'email', what: 'needsEmail' })
  return missing
}

/** Whether there is anything worth keeping. */
export const isBlank = (fields: Fields, photos: number): boolean =>
  photos === 0 && !fields.some(([name, value]) => name !== 'as' && value.trim() !== '')
