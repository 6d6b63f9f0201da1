import type { Refusal } from '../result.ts'
import { type Locale, textIn } from '../text.ts'

/** The sentence for a refusal: `refusal.{code}` with its facts. */
export const textOfRefusal = ({ code, facts }: Refusal, locale: Locale): string => textIn(locale, `refusal.${code}`, facts)
