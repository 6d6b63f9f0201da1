import type { Module } from '#platform/module.ts'
import { workflowTexts } from './texts.ts'

/** Workflows as data: what they mean, whether they are sound, and their picture. */
export const workflows: Module = { name: 'workflows', texts: workflowTexts }
