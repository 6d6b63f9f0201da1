import type { Module } from '#platform/module.ts'
import { MANAGE_API_KEYS } from './api-key.verbs.ts'
import { apiKeyTexts } from './texts.ts'

/** Keys for programs of others; the pages stand in the administration. */
export const apiKeysModule: Module = {
  name: 'api-keys',
  texts: apiKeyTexts,
  permissions: { [MANAGE_API_KEYS]: ['admin'] },
}
