import { type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

/**
 * A German number plate, kept as "P-AB 123E": district of one to three letters, one or two letters, a number of up to four digits, E or H.
 * At most eight signs. Vehicles of authorities have a number alone ("P-3456"). Without a mark between district and letters it is only
 * read where it can be read in one way.
 */
export function readPlate(raw: unknown): Read {
  const text = (lineOf(raw) ?? '').toUpperCase()
  const parted = /^([A-ZÄÖÜ]{1,3})[\s:·-]+([A-Z]{1,2})[\s-]*([1-9]\d{0,3})\s?([EH]?)$/.exec(text)
  const joined = /^([A-ZÄÖÜ])([A-Z])\s?([1-9]\d{0,3})\s?([EH]?)$/.exec(text)
  const official = /^([A-ZÄÖÜ]{1,3})-()([1-9]\d{0,5})$/.exec(text)
  const [, district = '', letters = '', number = '', mark = ''] = parted ?? official ?? joined ?? []
  if (!district || district.length + letters.length + number.length + mark.length > 8) return wrong('plate')
  return { value: letters ? `${district}-${letters} ${number}${mark}` : `${district}-${number}` }
}
