import { addDays } from '#platform/calendar/day.ts'
import { nextWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { noOpening, type Opening, spansOf } from '../opening.rules.ts'

const week = (...days: string[]): Opening['week'] => days.map((text) => spansOf(text) ?? [])

const usual = week('8–12', '8–12', '', '8–12, 14–18', '8–12', '', '')
const special: Readonly<Record<string, Opening['week']>> = {
  citizens: week('8–16', '8–12', '8–12', '8–18', '8–12', '9–12', ''),
  registry: week('8–12', '8–12', '', '14–17', '8–12', '', ''),
  control: week('7–19', '7–19', '7–19', '7–19', '7–16', '', ''),
  cleaning: week('7–15', '7–15', '7–15', '7–15', '7–13', '', ''),
}
const notes: Readonly<Record<string, Opening['note']>> = {
  citizens: { de: 'Mit Termin ohne Wartezeit.', en: 'No waiting with an appointment.' },
  building: { de: 'Bauberatung bitte mit Termin.', en: 'Advice on building by appointment, please.' },
}

/** When the departments of a demo town are open: a staff outing soon, and closed between the years. */
export function demoOpening(code: string, today: string): Opening {
  const outing = nextWorkingDay(addDays(today, 9), 'NI')
  const year = today.slice(0, 4)
  return {
    week: special[code] ?? usual,
    note: notes[code] ?? noOpening.note,
    exceptions: [
      { from: outing, until: outing, spans: [], reason: { de: 'Betriebsausflug', en: 'Staff outing' } },
      { from: `${year}-12-27`, until: `${year}-12-31`, spans: [], reason: { de: 'zwischen den Jahren', en: 'days before New Year' } },
    ].sort((a, b) => a.from.localeCompare(b.from)),
  }
}

const elsewhere: Readonly<Record<string, string>> = {
  citizens: 'Marktplatz 3, Erdgeschoss',
  registry: 'Altes Zollhaus, Marktplatz 7',
  youth: 'Schulstraße 12, 1. Stock',
  green: 'Stadtgärtnerei, Am Stadtpark 2',
  cleaning: 'Betriebshof, Industriestraße 8',
  yard: 'Bauhof, Am Bach 5',
}

/** Where they are; most of them in the town hall. */
export const demoAddress = (code: string): string => elsewhere[code] ?? 'Rathaus, Marktplatz 1'
