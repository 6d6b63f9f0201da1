import sanitizeHtml from 'sanitize-html'

const words = ['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'blockquote', 'code', 'pre']
const table = ['table', 'thead', 'tbody', 'tr', 'th', 'td']

/** HTML with text, lists, tables and links alone; no scripts, styles, forms or pictures. */
export const safeHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [...words, ...table, 'a'],
    allowedAttributes: { a: ['href'], ol: ['start'], code: [] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
  })

const shapes = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'use', 'symbol', 'title', 'desc']
const paints = ['defs', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop', 'pattern']
const geometry =
  'id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform gradientTransform gradientUnits patternUnits patternTransform clipPathUnits maskUnits spreadMethod offset preserveAspectRatio version xmlns'
const looks =
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-miterlimit opacity clip-path clip-rule mask stop-color stop-opacity color display visibility'

/** Values may point into the drawing (`url(#gold)`), never out of it. */
const pointsOut = (value: string): boolean => /url\(\s*["']?\s*(?!#)|javascript:|data:|expression\(|@import|\\/i.test(value)

/**
 * A drawing with shapes and colours alone: no scripts, styles, events, pictures, foreign content or addresses outside of it.
 * Undefined when it is no SVG, or draws nothing.
 */
export function safeSvg(text: string): string | undefined {
  const svg = sanitizeHtml(text.replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>/gi, '').trim(), {
    allowedTags: [...shapes, ...paints],
    allowedAttributes: { '*': [...geometry.split(' '), ...looks.split(' '), 'href', 'xlink:href'] },
    allowedSchemes: [],
    allowedSchemesAppliedToAttributes: [],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'foreignObject', 'text', 'metadata'],
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: Object.fromEntries(Object.entries(attribs).filter(within)) }) },
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  }).trim()
  if (!/^<svg[\s>]/.test(svg) || !svg.endsWith('</svg>') || !/<(path|rect|circle|ellipse|line|polyline|polygon|use)\b/.test(svg))
    return undefined
  return /^<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}

function within([name, value]: [string, string]): boolean {
  if (name === 'href' || name === 'xlink:href') return /^#[\w-]+$/.test(value)
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg'
  return !pointsOut(value)
}
