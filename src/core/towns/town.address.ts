import type { Town } from '#platform/context.ts'

/**
 * Scheme, host and base of a town as written in mails. The Host header of a request is never believed for this: whoever
 * asks for a new password could write an address of their own into the mail. Only the demo, which has no PUBLIC_URL, uses it.
 */
export function publicAddress(
  { slug, origin, base }: Pick<Town, 'slug' | 'origin' | 'base'>,
  hosts: readonly string[],
  { publicUrl, port }: { publicUrl: string | undefined; port: number },
): string {
  const here = `http://localhost:${port}`
  if (!publicUrl) return origin ? origin + base : hosts.includes('localhost') ? here : `${here}/t/${slug}`
  const { protocol, hostname, port: publicPort } = new URL(publicUrl)
  if (hosts.includes(hostname)) return publicUrl
  const own = hosts.find((host) => host.includes('.') && !/^[\d.]+$/.test(host))
  return own ? `${protocol}//${own}${publicPort ? `:${publicPort}` : ''}` : `${publicUrl}/t/${slug}`
}
