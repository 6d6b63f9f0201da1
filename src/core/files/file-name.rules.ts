/** Characters that end lines, hide, or turn the direction of reading ("exe.gpj" shown as "jpg.exe"). */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Characters that mean something in paths, shells or markup. */
const special = /[/\\:*?"<>|%;]/g

const MAX = 120

/**
 * A name to show, made from what the browser said: the last part of a path, without hidden characters, at most 120 characters,
 * with the ending that fits the content. Never used as a path.
 */
export function shownName(given: string, extension: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(invisible, '').normalize('NFC').replace(special, '_').replace(/\s+/g, ' ').trim()
  const stem = bare(plain.replace(/\.[A-Za-z0-9]{1,8}$/, ''))
  const room = MAX - extension.length - 1
  return `${bare([...stem].slice(0, room).join('')) || 'datei'}.${extension}`
}

const bare = (text: string): string => text.replace(/^[.\s]+|[.\s]+$/g, '')

/** `attachment` with the name for old and new programs (RFC 6266). */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii || 'datei'}"; filename*=UTF-8''${encoded}`
}
