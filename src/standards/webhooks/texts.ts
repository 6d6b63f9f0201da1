import type { Texts } from '#platform/text.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

export const webhookTexts: Texts = { de, en }
