import { addDays, easterSunday } from './day.ts'

export type Land = 'BW' | 'BY' | 'BE' | 'BB' | 'HB' | 'HH' | 'HE' | 'MV' | 'NI' | 'NW' | 'RP' | 'SL' | 'SN' | 'ST' | 'SH' | 'TH'

/** Where the days come from: the law on Sundays and holidays of each Land. 3 October is federal (Einigungsvertrag, Art. 2 Abs. 2). */
export const holidayLaw: Record<Land, string> = {
  BW: '§ 1 FTG BW',
  BY: 'Art. 1 FTG BY',
  BE: '§ 1 Gesetz über die Sonn- und Feiertage BE',
  BB: '§ 2 FTG BB',
  HB: '§ 2 Gesetz über die Sonn- und Feiertage HB',
  HH: '§ 1 Feiertagsgesetz HH',
  HE: '§ 1 HFeiertagsG',
  MV: '§ 2 FTG M-V',
  NI: '§ 2 NFeiertagsG',
  NW: '§ 2 Feiertagsgesetz NW',
  RP: '§ 2 LFtG RP',
  SL: '§ 2 SFG SL',
  SN: '§ 1 SächsSFG',
  ST: '§ 2 FeiertG LSA',
  SH: '§ 2 SFTG SH',
  TH: '§ 2 ThürFGtG',
}

export const isLand = (word: string): word is Land => word in holidayLaw

/** A holiday: its day in a year, where it is one, and in which years. */
type Holiday = { day: (year: number, easter: string) => string; lands?: readonly Land[]; years?: (year: number) => boolean }

const on =
  (monthDay: string): Holiday['day'] =>
  (year) =>
    `${year}-${monthDay}`
const easterPlus =
  (days: number): Holiday['day'] =>
  (_, easter) =>
    addDays(easter, days)
const since = (first: number) => (year: number) => year >= first

/** The Wednesday before 23 November. */
const repentance: Holiday['day'] = (year) => {
  const weekday = new Date(Date.UTC(year, 10, 22)).getUTCDay()
  return addDays(`${year}-11-22`, -((weekday + 4) % 7))
}

/**
 * Days that are free in the whole Land. Left out are Sundays (Easter, Whitsun) and days of single communities: Corpus Christi in
 * parts of SN and TH, Assumption in BY, the peace festival in Augsburg.
 */
const holidays: readonly Holiday[] = [
  { day: on('01-01') },
  { day: on('01-06'), lands: ['BW', 'BY', 'ST'] },
  { day: on('03-08'), lands: ['BE'], years: since(2019) },
  { day: on('03-08'), lands: ['MV'], years: since(2023) },
  { day: easterPlus(-2) },
  { day: easterPlus(1) },
  { day: on('05-01') },
  { day: on('05-08'), lands: ['BE'], years: (year) => year === 2020 || year === 2025 },
  { day: easterPlus(39) },
  { day: easterPlus(50) },
  { day: easterPlus(60), lands: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] },
  { day: on('08-15'), lands: ['SL'] },
  { day: on('09-20'), lands: ['TH'], years: since(2019) },
  { day: on('10-03') },
  { day: on('10-31'), lands: ['BB', 'MV', 'SN', 'ST', 'TH'] },
  { day: on('10-31'), lands: ['HB', 'HH', 'NI', 'SH'], years: since(2018) },
  { day: on('10-31'), years: (year) => year === 2017 },
  { day: on('11-01'), lands: ['BW', 'BY', 'NW', 'RP', 'SL'] },
  { day: repentance, lands: ['SN'] },
  { day: on('12-25') },
  { day: on('12-26') },
]

const known = new Map<string, ReadonlySet<string>>()

/** Public holidays of a Land in a year from 1991 on, as `YYYY-MM-DD`. */
export function holidaysOf(land: Land, year: number): ReadonlySet<string> {
  const key = `${land} ${year}`
  const found = known.get(key)
  if (found) return found
  const easter = easterSunday(year)
  const days = new Set(
    holidays
      .filter(({ lands, years }) => (lands?.includes(land) ?? true) && (years?.(year) ?? true))
      .map(({ day }) => day(year, easter))
      .sort(),
  )
  known.set(key, days)
  return days
}
