export type Look = { width: 360 | 1280; theme: 'light' | 'dark' }
/**
 * A page is opened in one language as the first look says; then the window changes as for somebody who turns or darkens it. The first
 * look asks all that axe knows, the next ones what a style sheet can change.
 */
export type Round = { locale: 'de' | 'en'; looks: readonly Look[] }

/** Four of the eight combinations: each pair of language, width and theme is among them once (the orthogonal array L4). */
export const fourCombinations: readonly Round[] = [
  {
    locale: 'de',
    looks: [
      { width: 360, theme: 'light' },
      { width: 1280, theme: 'dark' },
    ],
  },
  {
    locale: 'en',
    looks: [
      { width: 1280, theme: 'light' },
      { width: 360, theme: 'dark' },
    ],
  },
]

/** Both widths and both themes in the language with the longer words: a form is sent once and looked at twice. */
export const twoLooks: readonly Round[] = fourCombinations.slice(0, 1)

/** All eight, each opened as it is. */
export const everyCombination: readonly Round[] = (['de', 'en'] as const).flatMap((locale) =>
  ([360, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ locale, looks: [{ width, theme }] }))),
)

export const named = ({ locale, looks }: Round): string => [locale, ...looks.map(({ width, theme }) => `${width} px ${theme}`)].join(', ')
