/**
 * What PostgreSQL's programs see of our environment: nothing secret, and none of the PG… variables that would change what they do.
 */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot, TEMP } : {}) }
}
