/** What was found, for the message of a failure: vitest shortens lists. */
export const said = (found: readonly string[]): string => found.slice(0, 20).join('\n')
