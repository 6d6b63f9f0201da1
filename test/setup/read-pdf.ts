import { getDocumentProxy } from 'unpdf'

/** What a program that reads documents aloud finds: `tags` are the roles in reading order, `text` the words in that order. */
export type ReadPdf = { title: string; lang: string; pages: number; text: string; pageTexts: string[]; tags: string[]; xmp: string }

type Node = { role: string; children?: Node[] } | { type: 'content'; id: string } | { type: 'object' | 'annotation' }

/** Reads a tagged document in the order of its structure, not of its drawing. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
  const pageTexts: string[] = []
  const tags: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const words = new Map<string, string>()
    const open: (string | undefined)[] = []
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    for (const item of items as { type?: string; id?: string | null; str?: string; hasEOL?: boolean }[]) {
      if (item.type === 'beginMarkedContentProps') open.push(item.id ?? undefined)
      else if (item.type === 'beginMarkedContent') open.push(undefined)
      else if (item.type === 'endMarkedContent') open.pop()
      else if (item.str !== undefined) {
        const id = open.findLast((one) => one !== undefined)
        if (id) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
      }
    }
    const parts: string[] = []
    const walk = (node: Node): void => {
      if ('role' in node) {
        tags.push(node.role)
        node.children?.forEach(walk)
        if (['P', 'H1', 'H2', 'H3', 'TD', 'TH', 'LBody', 'LI', 'Div', 'Figure'].includes(node.role)) parts.push('\n')
      } else if (node.type === 'content') parts.push(words.get(node.id) ?? '')
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) walk(tree)
    pageTexts.push(
      parts
        .join('')
        .replace(/\n{2,}/g, '\n')
        .trim(),
    )
  }
  return {
    title: info.Title ?? '',
    lang: info.Language ?? '',
    pages: document.numPages,
    text: pageTexts.join('\n'),
    pageTexts,
    tags,
    xmp: Buffer.from(bytes).toString('latin1'),
  }
}
