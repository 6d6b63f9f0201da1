import type { Module } from '#platform/module.ts'
import { formTexts } from './texts.ts'

/** Forms as data: what they mean and whether they are sound. Their pages and tables stand elsewhere. */
export const forms: Module = { name: 'forms', texts: formTexts }
