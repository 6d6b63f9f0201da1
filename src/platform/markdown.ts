import MarkdownIt from 'markdown-it'
import { safeHtml } from './sanitise.ts'

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false })

/** Markdown as HTML that is safe to put into a page. Its headings begin below the page's own. */
export const markdown = (text: string): string =>
  safeHtml(parser.render(text.replace(/^(#{1,3}) /gm, '#$1 ').replace(/^#{5,} /gm, '#### ')))
