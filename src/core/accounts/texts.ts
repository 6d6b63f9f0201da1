import type { Texts } from '#platform/text.ts'
import { german } from './texts.de.ts'
import { english } from './texts.en.ts'
import { germanMails } from './texts.mail.de.ts'
import { englishMails } from './texts.mail.en.ts'

export const accountTexts: Texts = { de: { ...german, ...germanMails }, en: { ...english, ...englishMails } }
