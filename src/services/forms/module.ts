import type { Module } from '#platform/module.ts'
import { fillInTexts } from './fill-in/texts.ts'
import { proofTexts } from './proof/texts.ts'
import { formTexts } from './texts.ts'
import { versionTexts } from './versions/texts.ts'
import { wordTexts } from './words/texts.ts'

/** Forms as data: what they mean and whether they are sound. Their pages and tables stand elsewhere. */
export const forms: Module = {
  name: 'forms',
  texts: {
    de: { ...formTexts.de, ...fillInTexts.de, ...proofTexts.de, ...versionTexts.de, ...wordTexts.de },
    en: { ...formTexts.en, ...fillInTexts.en, ...proofTexts.en, ...versionTexts.en, ...wordTexts.en },
  },
}
