/** The desk page of a case, by its number: applications (`A-`), objections (`W-`) among them, have pages of their own. */
export const casePath = (number: string): string => `/amt/${/^[AW]-/.test(number) ? 'antraege' : 'meldungen'}/${number}`
