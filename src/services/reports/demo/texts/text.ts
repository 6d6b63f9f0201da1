import type { AnswerValue, PlaceKind } from '../report.ts'

/**
 * What somebody wrote. `[a|b|c]` is a place where people differ: the generator takes one of them.
 * {street}, {number} and {asset} are filled from the place when the report is stored.
 */
export type DemoText = {
  category: string
  place: PlaceKind
  text: string
  locale: 'de' | 'en'
  answers: Readonly<Record<string, AnswerValue>>
  /** Months (1–12) in which one would write this; empty: as the category goes. */
  months: readonly number[]
  /** Scene of the picture, where it isn't the usual one of the category; `none`: this person sends no picture. */
  scene?: string
}

type More = { answers?: Readonly<Record<string, AnswerValue>>; months?: readonly number[]; scene?: string; locale?: 'de' | 'en' }

export const say = (
  category: string,
  place: PlaceKind,
  text: string,
  { answers = {}, months = [], scene, locale = 'de' }: More = {},
): DemoText => {
  const said: DemoText = { category, place, text, locale, answers, months }
  return scene ? { ...said, scene } : said
}

export const winter = [11, 12, 1, 2, 3]
export const summer = [5, 6, 7, 8, 9]
export const autumn = [9, 10, 11]
