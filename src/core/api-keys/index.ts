export { type ApiKey, ApiKeyName, type KeyState, NewApiKey, stateOf } from './api-key.rules.ts'
export { apiKeyById, apiKeys } from './api-key.sql.ts'
export { issueApiKey, knownScopes, MANAGE_API_KEYS, renameApiKey, revokeApiKey, setScopes } from './api-key.verbs.ts'
export { programOf } from './program.ts'
