import type { Module } from '#platform/module.ts'
import { fimTexts } from './texts.ts'

/** Data fields of the federal information management (FIM). */
export const fim: Module = { name: 'fim', texts: fimTexts }
