/** § 147 Abs. 3 AO: so many years books are kept; vouchers alone would be fewer. */
export const YEARS_OF_BOOKS = 10

/**
 * § 147 Abs. 4 AO: the years begin with the end of the calendar year of the last entry. What is older than this day may go, `today` as
 * `YYYY-MM-DD`.
 */
export const oldestKept = (today: string): string => `${Number(today.slice(0, 4)) - YEARS_OF_BOOKS}-01-01`
