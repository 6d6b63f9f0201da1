/** A place in a list by name: its name and id, as one value of an address. */
export const placeAfter = ({ name, id }: { name: string; id: string }): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url')

/** The place that an address names; undefined when it names none. */
export function afterPlace(text: string | undefined): { name: string; id: string } | undefined {
  if (!text) return undefined
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    return typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { name: name.slice(0, 200), id } : undefined
  } catch {
    return undefined
  }
}
