export type Combination = { locale: 'de' | 'en'; width: 360 | 1280; theme: 'light' | 'dark' }

/** All eight. */
export const everyCombination: readonly Combination[] = (['de', 'en'] as const).flatMap((locale) =>
  ([360, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ locale, width, theme }))),
)
