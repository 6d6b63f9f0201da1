export type Combination = { locale: 'de' | 'en'; width: 360 | 1280; theme: 'light' | 'dark' }

/** All eight. */
export const everyCombination: readonly Combination[] = (['de', 'en'] as const).flatMap((locale) =>
  ([360, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ locale, width, theme }))),
)

/** Four of them: each pair of language, width and theme is among them once (the orthogonal array L4). */
export const fourCombinations: readonly Combination[] = [
  { locale: 'de', width: 360, theme: 'light' },
  { locale: 'de', width: 1280, theme: 'dark' },
  { locale: 'en', width: 360, theme: 'dark' },
  { locale: 'en', width: 1280, theme: 'light' },
]

/** Two that have everything between them. */
export const twoCombinations: readonly Combination[] = [
  { locale: 'de', width: 360, theme: 'light' },
  { locale: 'en', width: 1280, theme: 'dark' },
]
