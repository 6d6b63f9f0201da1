/** A path of this town to go on to; anything that could lead elsewhere becomes `otherwise`. */
export function safePath(path: string | undefined, otherwise = '/'): string {
  if (!path || path.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return otherwise
  const url = new URL(path, 'http://town.invalid')
  return url.origin === 'http://town.invalid' ? url.pathname.replace(/^\/+/, '/') + url.search + url.hash : otherwise
}
