import { textIn } from '../text.ts'
import type { MailParts } from './mail.text.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Mail programs keep a <style> in the head; those that do not still show readable text in the right order. */
const style = (colour: string) => `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 12px; background: #f3f1ec; color: #1d2029; font: 17px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.sheet { max-width: 560px; margin: 0 auto; background: #fff; border-radius: 10px; border-top: 6px solid ${colour}; padding: 28px 28px 20px; }
.town { margin: 0 0 20px; font-weight: 600; color: #4b5060; }
h1 { margin: 0 0 16px; font-size: 23px; line-height: 1.3; }
p { margin: 0 0 16px; }
a { color: #1a4fa3; }
.code { font: 600 30px/1.2 ui-monospace, Menlo, Consolas, monospace; letter-spacing: 0.15em; background: #f3f1ec; border-radius: 8px; padding: 16px; text-align: center; }
.button { display: inline-block; background: #1a4fa3; color: #fff; text-decoration: none; font-weight: 600; padding: 13px 22px; border-radius: 8px; }
.address, .foot { font-size: 14px; color: #5b6070; overflow-wrap: anywhere; }
ul { margin: 0 0 16px; padding: 0 0 0 20px; }
li { margin: 0 0 10px; }
.foot { max-width: 560px; margin: 16px auto 0; padding: 0 28px; }
@media (prefers-color-scheme: dark) {
  body { background: #14161c; color: #e9e9ee; }
  .sheet { background: #1f222b; }
  .town, .address, .foot { color: #b3b8c6; }
  a { color: #9cc0ff; }
  .code { background: #14161c; }
  .button { background: #9cc0ff; color: #10131a; }
}`

const anchor = (url: string, words: string, look = ''): string =>
  `<a${look ? ` class="${look}"` : ''} href="${escaped(url)}">${escaped(words)}</a>`

/** The mail as HTML without tables, pictures or scripts. Everything that came from people is escaped. */
export function mailHtml({ locale, town, home, colour, subject, paragraphs, code, link, list, unsubscribeUrl }: MailParts): string {
  const body = [
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll('\n', '<br>')}</p>`),
    ...(code ? [`<p class="code">${escaped(code)}</p>`] : []),
    ...(list.length > 0 ? [`<ul>${list.map(({ words, url }) => `<li>${anchor(url, words)}</li>`).join('')}</ul>`] : []),
    ...(link ? [`<p>${anchor(link.url, link.words, 'button')}</p>`, `<p class="address">${anchor(link.url, link.url)}</p>`] : []),
  ]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${style(colour ?? '#1a4fa3')}</style>
</head>
<body>
<div class="sheet">
<p class="town">${escaped(town)}</p>
<h1>${escaped(subject)}</h1>
${body.join('\n')}
</div>
<p class="foot">${anchor(home, town)}${unsubscribeUrl ? ` · ${anchor(unsubscribeUrl, textIn(locale, 'mail.unsubscribe'))}` : ''}</p>
</body>
</html>
`
}
