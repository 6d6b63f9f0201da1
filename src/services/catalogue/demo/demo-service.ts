import type { TrustLevel } from '../service.rules.ts'

export type DemoWords = {
  name: string
  synonyms: string
  short: string
  text: string
  conditions?: string
  documents?: string
  fees: string
  course?: string
  duration?: string
  remedy?: string
}

/** A service of the demo towns. Laws, deadlines and fees of the federation are the real ones; what a town sets itself is invented. */
export type DemoService = {
  /** Code of the department in the large town. */
  unit: string
  situations: readonly string[]
  /** Stands among those that are asked for most. */
  asked?: true
  /** Business of the district where the town is small. */
  largeOnly?: true
  leikaKey?: string
  trust?: TrustLevel
  normDays?: number
  law: readonly string[]
  de: DemoWords
  en: DemoWords
}

/** `§ 17 BMG` with the address of its text in the federation's collection of laws. */
export const federal = (name: string, page: string): string => `${name} https://www.gesetze-im-internet.de/${page}.html`

/** What is at the end of every notice, in plain words. */
export const remedy = {
  de: 'Gegen den Bescheid können Sie innerhalb eines Monats vorgehen. Wie und bei wem, steht am Ende des Bescheids.',
  en: 'You can challenge the notice within one month. How and with whom is written at its end.',
}
