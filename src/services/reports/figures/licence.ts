/** Under which the town gives its data away: Datenlizenz Deutschland, Namensnennung, 2.0. */
export const LICENCE = 'https://www.govdata.de/dl-de/by-2-0'
