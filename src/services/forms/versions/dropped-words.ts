import type { Locale } from '#platform/text.ts'
import { answerWords } from '../fill-in/answer-words.rules.ts'
import { isGroup } from '../form-index.rules.ts'
import type { Dropped } from './carry.rules.ts'

/** What somebody said in an answer that does not go along. */
export const droppedWords = ({ item, said }: Dropped, locale: Locale): string =>
  isGroup(item) ? String(said) : answerWords(item, said, locale)
