import MarkdownIt from 'markdown-it'
import { safeHtml } from './sanitise.ts'

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true })

/** The first level belongs to the title of the page: a text that uses it has all its headings one level lower. */
const belowTitle = (text: string): string => (/^# /m.test(text) ? text.replace(/^(#{1,5}) /gm, '#$1 ') : text)

/** A corner of a table without words heads nothing. */
const emptyCornersAside = (html: string): string => html.replace(/<th([^>]*)><\/th>/g, '<td$1></td>')

/** Markdown as HTML that is safe to put into a page. Its headings begin below the page's own. */
export const markdown = (text: string): string => safeHtml(emptyCornersAside(parser.render(belowTitle(text))))
