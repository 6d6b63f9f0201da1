const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-zA-Z][\w:-]*)\s*>|<([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const ADDRESSES = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'cite', 'xlink:href'])
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g

/**
 * What is wrong with a page that the program wrote: elements that are not closed in order, forms within forms, an id or attribute
 * twice, a stray `<`, script or style inside the page.
 */
export function htmlFindings(html: string): string[] {
  const found = new Set<string>()
  if (!/^<!doctype html>/i.test(html)) found.add('no doctype')
  const open: string[] = []
  const ids = new Set<string>()
  let end = 0
  // What stands in a template is no part of the page yet.
  const page = html.replace(/<template\b[\s\S]*?<\/template>/g, '')
  for (const token of page.matchAll(TOKEN)) {
    if (page.slice(end, token.index).includes('<')) found.add(`stray < near ${page.slice(end, token.index).trim().slice(0, 60)}`)
    end = token.index + token[0].length
    const closing = token[1]?.toLowerCase()
    const opening = token[2]?.toLowerCase()
    if (closing) {
      const last = open.pop()
      if (last !== closing) found.add(`</${closing}> closes <${last ?? 'nothing'}>`)
    } else if (opening) {
      if (opening === 'form' && open.includes('form')) found.add('a form within a form')
      if (opening === 'style') found.add('a style element')
      attributeFindings(opening, token[3] ?? '', ids, found)
      if (!VOID.has(opening) && !token[0].endsWith('/>')) open.push(opening)
    }
  }
  if (open.length > 0) found.add(`not closed: ${open.join(' ')}`)
  return [...found]
}

function attributeFindings(element: string, text: string, ids: Set<string>, found: Set<string>): void {
  const seen = new Set<string>()
  for (const [, written = '', quoted = ''] of text.matchAll(ATTRIBUTE)) {
    const name = written.toLowerCase()
    if (seen.has(name)) found.add(`<${element}> has ${name} twice`)
    seen.add(name)
    if (name === 'style' || /^on[a-z]+$/.test(name)) found.add(`<${element}> has ${name}, which the security policy refuses`)
    if (name === 'id' && ids.has(quoted)) found.add(`id ${quoted} twice`)
    if (name === 'id') ids.add(quoted)
    if (ADDRESSES.has(name) && /^["']?\s*javascript:/i.test(quoted)) found.add(`<${element}> has a javascript: address`)
  }
  if (element === 'script' && !seen.has('src') && !/type="application\/(ld\+)?json"/.test(text)) found.add('a script without src')
}
