import type { Module } from '#platform/module.ts'
import { publicationTexts } from './texts.ts'

/** How forms and workflows are handed in, reviewed and put in force; the steps stand on their pages. */
export const deskPublication: Module = { name: 'desk-publication', texts: publicationTexts }
