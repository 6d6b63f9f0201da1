/** Whether a pattern such as `/amt/touren/:id` names this path. */
export function names(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')]
  return wanted.length === found.length && wanted.every((part, i) => (part.startsWith(':') ? found[i] !== '' : part === found[i]))
}

type Page = { path: string; insteadOf: readonly string[] }

/** The page that is shown without network in place of `path`; undefined where only the general one is left. */
export const standInFor = <P extends Page>(pages: readonly P[], path: string): P | undefined =>
  pages.find((page) => page.path === path) ?? pages.find(({ insteadOf }) => insteadOf.some((pattern) => names(pattern, path)))
