import { type Locale, textIn } from '#platform/text.ts'
import type { ImportNote } from './draft.rules.ts'
import type { XdfFault } from './xdf.rules.ts'

/** Why a file was refused, in one sentence. */
export const faultWords = ({ code, node, value = '' }: XdfFault, locale: Locale): string =>
  textIn(locale, `fim.fault.${code}`, { node, value })

/** What could not be taken, in one sentence. */
export const noteWords = ({ code, value = '' }: ImportNote, locale: Locale): string => textIn(locale, `fim.note.${code}`, { value })
