import { z } from 'zod'
import type { Raw } from '#platform/http/form.ts'
import type { CallError } from './error.rules.ts'

export const MOST_CHARACTERS = 4000
export const MOST_PHOTOS = 5

/** An emoji is one character, like everything else that somebody types. */
export const isTooLong = (text: string): boolean => [...text].length > MOST_CHARACTERS

/** Its beginning, without half an emoji at the end: the database keeps none. */
export const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed()

/** A report as it is posted. Of people only what the town needs to answer; `device_id` and `account_id` are not looked at. */
export type Posted = {
  service: string
  point: { lat: number; lon: number } | undefined
  address: string | undefined
  addressId: string | undefined
  description: string
  /** By code, as they were sent. */
  attributes: ReadonlyMap<string, readonly string[]>
  name: string | undefined
  email: string | undefined
  phone: string | undefined
  /** A picture somewhere else was named. */
  media: boolean
}

/** An empty argument counts as not given. */
export const argument = (raw: Raw, name: string): string | undefined =>
  raw
    .get(name)
    ?.find((value) => value.trim() !== '')
    ?.trim()

const email = z.email().max(320)

/** What was posted, or all that is wrong with it as far as that can be said without looking anything up. */
export function readPost(raw: Raw): { posted: Posted } | { errors: CallError[] } {
  const of = (name: string) => argument(raw, name)
  const service = of('service_code')
  if (!service) return { errors: [{ name: 'serviceMissing' }] }
  const errors: CallError[] = []
  const point = pointOf(of('lat'), of('long'))
  if (point === 'wrong') errors.push({ name: 'coordinates' })
  const [address, addressId] = [of('address_string'), of('address_id')]
  if (point === undefined && !address && !addressId) errors.push({ name: 'locationMissing' })
  const description = of('description') ?? ''
  if (isTooLong(description)) errors.push({ name: 'descriptionTooLong', facts: { most: MOST_CHARACTERS } })
  const [mail, phone] = [of('email'), of('phone')]
  if (mail && !email.safeParse(mail).success) errors.push({ name: 'contactInvalid', facts: { field: 'email' } })
  if (phone && (phone.length < 3 || phone.length > 60)) errors.push({ name: 'contactInvalid', facts: { field: 'phone' } })
  const attributes = attributesOf(raw)
  for (const [code, values] of attributes)
    if (values.length > 30 || values.some((value) => value.length > 1000)) errors.push({ name: 'attributeInvalid', facts: { field: code } })
  if (errors.length > 0 || point === 'wrong') return { errors }
  const name = cut([of('first_name'), of('last_name')].filter(Boolean).join(' '), 200)
  return {
    posted: {
      service,
      point,
      address: address && cut(address, 200),
      addressId: addressId && cut(addressId, 120),
      description,
      attributes,
      name: name || undefined,
      email: mail,
      phone,
      media: of('media_url') !== undefined,
    },
  }
}

/** Degrees with a point; both or none. */
function pointOf(lat: string | undefined, long: string | undefined): Posted['point'] | 'wrong' {
  if (lat === undefined && long === undefined) return undefined
  const [north, east] = [degreesOf(lat, 90), degreesOf(long, 180)]
  return north === undefined || east === undefined ? 'wrong' : { lat: north, lon: east }
}

function degreesOf(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text)) return undefined
  const degrees = Number(text)
  return Math.abs(degrees) <= most ? degrees : undefined
}

/** `attribute[code]` once, `attribute[code][]` or `attribute[code]` repeated; empty ones are not given. */
function attributesOf(raw: Raw): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, values] of raw) {
    const code = /^attribute\[([^[\]]{1,60})\](?:\[\])?$/.exec(name)?.[1]
    const given = values.map((value) => value.trim()).filter(Boolean)
    if (code && given.length > 0) found.set(code, [...(found.get(code) ?? []), ...given])
  }
  return found
}
